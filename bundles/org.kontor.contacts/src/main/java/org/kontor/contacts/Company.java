package org.kontor.contacts;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.people.PersonId;

/// The type of companies and its fields: an organisation one does business with.
public interface Company {
    String TYPE = "company";

    /// As it calls itself; names the company.
    Field<String> NAME = Field.text("name").asRequired().asListed();

    Field<String> KIND = Field.directory("kind", "company.kind", "client", "supplier", "partner", "competitor", "other").asListed();
    Field<String> INDUSTRY = Field.directory("industry", "company.industry", "it", "trade", "manufacturing", "construction", "finance", "services", "public", "other").asListed();
    Field<List<Phone>> PHONES = Field.of("phones", new Kind.Many<>(new Kind.PhoneNumber())).asListed();
    Field<List<String>> EMAILS = Field.of("emails", new Kind.Many<>(new Kind.Email())).asListed();
    Field<URI> WEB = Field.of("web", new Kind.WebLink());
    Field<PostalAddress> ADDRESS = Field.of("address", new Kind.Address());
    Field<BigDecimal> EMPLOYEES = Field.of("employees", new Kind.Number(0));
    Field<Money> REVENUE = Field.of("revenue", new Kind.Sum("EUR"));
    Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).asListed().asIndexed();
    Field<String> COMMENTS = Field.longText("comments");
}
