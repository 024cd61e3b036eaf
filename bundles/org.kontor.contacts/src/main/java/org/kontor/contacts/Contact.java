package org.kontor.contacts;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.PersonId;

/// The type of contacts and its fields: a person one does business with.
public interface Contact {
    String TYPE = "contact";

    /// Given and family name, as one says it; names the contact.
    Field<String> NAME = Field.text("name").asRequired().asListed();

    Field<String> SALUTATION = Field.directory("salutation", "contact.salutation", "ms", "mr", "doctor");
    Field<String> POSITION = Field.text("position").asListed();
    Field<DocumentRef> COMPANY = Field.of("company", new Kind.Link(List.of(Company.TYPE))).asListed().asIndexed();
    Field<List<Phone>> PHONES = Field.of("phones", new Kind.Many<>(new Kind.PhoneNumber())).asListed();
    Field<List<String>> EMAILS = Field.of("emails", new Kind.Many<>(new Kind.Email())).asListed();
    Field<URI> WEB = Field.of("web", new Kind.WebLink());
    Field<String> KIND = Field.directory("kind", "contact.kind", "client", "supplier", "partner", "other").asListed();
    Field<String> SOURCE = Field.directory("source", "contact.source", "web", "phone", "mail", "fair", "referral", "advertising", "other");
    Field<LocalDate> BIRTHDAY = Field.of("birthday", new Kind.Date());
    Field<PostalAddress> ADDRESS = Field.of("address", new Kind.Address());
    Field<FileRef> PHOTO = Field.of("photo", new Kind.Attachment());
    Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).asListed().asIndexed();
    Field<String> COMMENTS = Field.longText("comments");
}
