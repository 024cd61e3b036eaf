package org.kontor.deals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.people.PersonId;
import org.kontor.contacts.Company;
import org.kontor.contacts.Contact;

/// The type of deals and its fields: something that is being sold to somebody.
public interface Deal {
    String TYPE = "deal";

    /// What is sold; names the deal.
    Field<String> TITLE = Field.text("title").asRequired().asListed();

    Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR")).asListed().asIndexed();
    Field<BigDecimal> CHANCE = Field.of("chance", new Kind.Number(0));
    Field<DocumentRef> COMPANY = Field.of("company", new Kind.Link(List.of(Company.TYPE))).asListed().asIndexed();
    Field<List<DocumentRef>> CONTACTS = Field.of("contacts", new Kind.Many<>(new Kind.Link(List.of(Contact.TYPE)))).asListed();
    Field<String> KIND = Field.directory("kind", "deal.kind", "sale", "complex", "goods", "services", "service");
    Field<String> SOURCE = Field.directory("source", "deal.source", "web", "phone", "mail", "fair", "referral", "advertising", "other");
    Field<LocalDate> BEGIN = Field.of("begin", new Kind.Date());

    /// The day it is expected to be closed.
    Field<LocalDate> CLOSE = Field.of("close", new Kind.Date()).asListed().asIndexed();

    Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).asListed().asIndexed();
    Field<String> COMMENTS = Field.longText("comments");

    String NEW = "new";
    String PREPARED = "prepared";
    String INVOICED = "invoiced";
    String IN_WORK = "in-work";
    String FINAL_INVOICE = "final-invoice";
    String WON = "won";
    String LOST = "lost";
    String APOLOGY = "apology";
}
