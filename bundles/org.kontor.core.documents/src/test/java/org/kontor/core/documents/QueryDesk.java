package org.kontor.core.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.OpenRights;
import org.kontor.testkit.TestDatabase;

/// Contacts and deals to ask for, over a database of their own.
final class QueryDesk implements AutoCloseable {
    static final Field<String> NAME = Field.text("name").asRequired();
    static final Field<Phone> PHONE = Field.of("phone", new Kind.PhoneNumber());
    static final Field<String> MAIL = Field.of("mail", new Kind.Email());
    static final Field<String> CITY = Field.text("city").asIndexed();
    static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    static final DocumentType CONTACT = new DocumentType("contact", "user", List.of(NAME, PHONE, MAIL, CITY, OWNER), NAME, Optional.of(OWNER), Optional.empty(), true);

    static final Field<String> TITLE = Field.text("title").asRequired();
    static final Field<Money> AMOUNT = Field.of("amount", new Kind.Sum("EUR")).asIndexed();
    static final Field<BigDecimal> HOURS = Field.of("hours", new Kind.Number(2));
    static final Field<LocalDate> CLOSING = Field.of("closing", new Kind.Date()).asIndexed();
    static final Field<String> SOURCE = Field.choice("source", "source", "web", "mail", "fair").asIndexed();
    static final Field<Boolean> URGENT = Field.of("urgent", new Kind.YesNo());
    static final Field<DocumentRef> BUYER = Field.of("buyer", new Kind.Link(List.of("contact")));
    static final Field<List<DocumentRef>> OTHERS = Field.of("others", new Kind.Many<>(new Kind.Link(List.of("contact"))));
    static final Field<List<String>> TAGS = Field.of("tags", new Kind.Many<>(new Kind.Text(50, 1)));
    static final DocumentType DEAL = new DocumentType(
            "deal", "deal", List.of(TITLE, AMOUNT, HOURS, CLOSING, SOURCE, URGENT, BUYER, OTHERS, TAGS, OWNER), TITLE, Optional.of(OWNER),
            List.of(pipeline("sales", ""), pipeline("service", "s-")), true, Optional.empty());

    final TestDatabase database;
    final OpenRights rights = new OpenRights(new FixedPeople());
    final DocumentsDesk desk;
    final Documents documents;

    QueryDesk(Engine engine) {
        this.database = TestDatabase.open(engine);
        this.desk = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), rights, List.of(), CONTACT, DEAL);
        this.documents = desk.documents();
    }

    private static Pipeline pipeline(String id, String prefix) {
        return new Pipeline(id, Label.verbatim(id), List.of(
                new Stage(prefix + "new", Label.verbatim("New"), Stage.Meaning.INITIAL, 1),
                new Stage(prefix + "talks", Label.verbatim("Talks"), Stage.Meaning.IN_WORK, 2),
                new Stage(prefix + "won", Label.verbatim("Won"), Stage.Meaning.WON, 3),
                new Stage(prefix + "lost", Label.verbatim("Lost"), Stage.Meaning.LOST, 4)));
    }

    Document contact(Values values) {
        return created(documents.create("contact", values, FixedPeople.ADMIN));
    }

    Document contact(String name) {
        return contact(Values.none().with(NAME, name));
    }

    Document deal(String title) {
        return deal(title, Values.none());
    }

    Document deal(String title, Values values) {
        return created(documents.create("deal", values.with(TITLE, title), FixedPeople.ADMIN));
    }

    Document deal(String title, String stage, Values values) {
        return created(documents.create("deal", values.with(TITLE, title), Optional.of(stage), FixedPeople.ADMIN));
    }

    private static Document created(Creation creation) {
        return ((Creation.Created) creation).document();
    }

    static Money euro(long amount) {
        return new Money(amount * 100, Currency.getInstance("EUR"));
    }

    /// The titles of the deals that pass, the oldest first.
    List<String> deals(Filter filter) {
        return titles(documents.find(Query.newest("deal").where(filter).sorted("id", false), FixedPeople.ADMIN).documents());
    }

    List<String> contacts(Filter filter) {
        return documents.find(Query.newest("contact").where(filter).sorted("id", false), FixedPeople.ADMIN).documents().stream().map(document -> document.get(NAME).orElseThrow()).toList();
    }

    static List<String> titles(List<Document> documents) {
        return documents.stream().map(document -> document.get(TITLE).orElseThrow()).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
