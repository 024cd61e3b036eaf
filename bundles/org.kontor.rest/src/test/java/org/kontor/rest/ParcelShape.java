package org.kontor.rest;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentShape;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.documents.Stage;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;

/// A type with a field of every kind.
record ParcelShape(DocumentType type) implements DocumentShape {
    static final Field<String> TITLE = Field.text("title").asRequired().asListed();
    static final Field<String> NOTE = Field.longText("note");
    static final Field<BigDecimal> WEIGHT = Field.of("weight", new Kind.Number(2));
    static final Field<Money> PRICE = Field.of("price", new Kind.Sum("EUR"));
    static final Field<Boolean> FRAGILE = Field.of("fragile", new Kind.YesNo());
    static final Field<LocalDate> DAY = Field.of("day", new Kind.Date());
    static final Field<Instant> PICKED = Field.of("picked", new Kind.Moment());
    static final Field<String> SIZE = Field.choice("size", "parcel.size", "small", "large");
    static final Field<PersonId> COURIER = Field.of("courier", new Kind.User());
    static final Field<Phone> PHONE = Field.of("phone", new Kind.PhoneNumber());
    static final Field<String> EMAIL = Field.of("email", new Kind.Email());
    static final Field<URI> TRACKING = Field.of("tracking", new Kind.WebLink());
    static final Field<DocumentRef> PARENT = Field.of("parent", new Kind.Link(List.of()));

    static final Field<List<String>> TAGS = Field.of("tags", new Kind.Many<>(new Kind.Text(50, 1)));
    static final Field<PostalAddress> ADDRESS = Field.of("address", new Kind.Address());
    static final Field<FileRef> PHOTO = Field.of("photo", new Kind.Attachment());
    static final Field<List<FileRef>> PAPERS = Field.of("papers", new Kind.Many<>(new Kind.Attachment()));
    static final Field<String> SOURCE = Field.directory("source", "parcel.source", "web", "fair");

    ParcelShape(String id) {
        this(new DocumentType(id, "package", List.of(TITLE, NOTE, WEIGHT, PRICE, FRAGILE, DAY, PICKED, SIZE, COURIER, PHONE, EMAIL, TRACKING, PARENT, TAGS, ADDRESS, PHOTO, PAPERS, SOURCE), TITLE, Optional.of(COURIER),
                Optional.of(new Pipeline("parcel", Label.verbatim("Parcels"), List.of(stage("new", Stage.Meaning.INITIAL), stage("sent", Stage.Meaning.IN_WORK), stage("done", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST)))), true));
    }

    private static Stage stage(String id, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(id), meaning, 1);
    }
}
