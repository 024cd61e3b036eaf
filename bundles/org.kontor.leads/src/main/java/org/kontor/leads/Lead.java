package org.kontor.leads;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.people.PersonId;

/// The type of leads and its fields: somebody who may become a customer.
public interface Lead {
    String TYPE = "lead";

    /// What it is about; names the lead.
    Field<String> TITLE = Field.text("title").asRequired().asListed();

    Field<String> CONTACT_NAME = Field.text("contactName").asListed();
    Field<String> COMPANY = Field.text("company").asListed();
    Field<Phone> PHONE = Field.of("phone", new Kind.PhoneNumber()).asListed();
    Field<String> EMAIL = Field.of("email", new Kind.Email()).asListed();
    Field<URI> WEB = Field.of("web", new Kind.WebLink());
    Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR")).asListed();
    Field<String> SOURCE = Field.directory("source", "lead.source", "web", "phone", "mail", "fair", "referral", "advertising", "other").asListed();
    Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).asListed();
    Field<Instant> NEXT_CONTACT = Field.of("nextContact", new Kind.Moment());
    Field<LocalDate> BIRTHDAY = Field.of("birthday", new Kind.Date());
    Field<BigDecimal> EMPLOYEES = Field.of("employees", new Kind.Number(0));
    Field<String> COMMENTS = Field.longText("comments");

    String NEW = "new";
    String CONTACTED = "contacted";
    String QUALIFIED = "qualified";
    String CONVERTED = "converted";
    String JUNK = "junk";
}
