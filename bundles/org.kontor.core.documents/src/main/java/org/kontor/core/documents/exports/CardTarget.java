package org.kontor.core.documents.exports;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Uid;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;

/// Address cards of version 3.0, which every address book reads. Kinds say what a value is, and for names the usual ids of fields.
final class CardTarget implements Target {
    private static final Set<String> NAMES = Set.of("contactName", "name", "fullName");
    private static final Set<String> COMPANIES = Set.of("company", "organisation", "organization");

    private final VCardWriter out;
    private final DocumentType type;

    CardTarget(Writer out, DocumentType type) {
        this.out = new VCardWriter(out, VCardVersion.V3_0);
        this.type = type;
    }

    static boolean fits(DocumentType type) {
        return type.fields().stream().map(field -> field.kind() instanceof Kind.Many<?> many ? many.of() : field.kind()).anyMatch(kind -> kind instanceof Kind.PhoneNumber || kind instanceof Kind.Email);
    }

    @Override
    public void add(Document document, List<Cell> cells) {
        VCard card = new VCard();
        String title = document.get(type.title()).orElse(document.ref().toString());
        card.setFormattedName(cells.stream().filter(cell -> NAMES.contains(cell.column().id()) && !cell.text().isBlank()).map(Cell::text).findFirst().orElse(title));
        card.setUid(new Uid("kontor:" + document.ref()));
        for (Cell cell : cells) {
            cell.value().ifPresent(value -> (value instanceof List<?> many ? many : List.of(value)).forEach(one -> add(card, cell, one)));
        }
        try {
            out.write(card);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void add(VCard card, Cell cell, Object value) {
        switch (cell.column().kind()) {
            case Kind.PhoneNumber _ when value instanceof Phone phone -> card.addTelephoneNumber(phone.number());
            case Kind.Email _ -> card.addEmail(value.toString());
            case Kind.WebLink _ -> card.addUrl(value.toString());
            case Kind.Address _ when value instanceof PostalAddress address -> card.addAddress(address(address));
            case Kind.Date _ when value instanceof LocalDate day && cell.column().id().equals("birthday") -> card.setBirthday(new Birthday(day));
            default -> {
                if (COMPANIES.contains(cell.column().id())) {
                    card.setOrganization(cell.text());
                } else if (cell.column().id().equals("position")) {
                    card.addTitle(cell.text());
                }
            }
        }
    }

    private static Address address(PostalAddress given) {
        Address address = new Address();
        address.setStreetAddress(given.street());
        address.setLocality(given.city());
        address.setRegion(given.region());
        address.setPostalCode(given.postcode());
        address.setCountry(given.country());
        return address;
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
