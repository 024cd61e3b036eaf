package org.kontor.intake.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebFormShape;
import org.osgi.service.component.annotations.Component;

/// "Write to us": opens a lead. Knows leads by their ids only, so that either module can be without the other.
@Component
public final class LeadForm implements WebFormShape {
    private static final WebForm FORM = new WebForm(
            "lead",
            "lead",
            Label.of("form.lead.heading"),
            Label.of("form.lead.lead"),
            Label.of("form.lead.thanks"),
            List.of(
                    question("contactName", true, "name"),
                    question("company", false, "organization"),
                    question("email", false, "email"),
                    question("phone", false, "tel"),
                    question("comments", true, "off")),
            List.of("email", "phone"),
            List.of("contactName", "company"),
            Map.of("source", "web"));

    @Override
    public WebForm form() {
        return FORM;
    }

    private static WebForm.Question question(String fieldId, boolean required, String autofill) {
        return new WebForm.Question(fieldId, required, Optional.of(Label.of("form.lead." + fieldId)), autofill);
    }
}
