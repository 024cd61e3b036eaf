package org.kontor.contacts.internal;

import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.contacts.Company;
import org.osgi.service.component.annotations.Component;

/// Declares companies.
@Component
public final class CompanyShape implements DocumentShape {
    private static final DocumentType TYPE = new DocumentType(
            Company.TYPE,
            "building-2",
            List.of(Company.NAME, Company.KIND, Company.INDUSTRY, Company.PHONES, Company.EMAILS, Company.WEB, Company.ADDRESS, Company.EMPLOYEES, Company.REVENUE,
                    Company.RESPONSIBLE, Company.COMMENTS),
            Company.NAME,
            Optional.of(Company.RESPONSIBLE),
            Optional.empty(),
            true);

    @Override
    public DocumentType type() {
        return TYPE;
    }
}
