package org.kontor.core.documents.imports;

import ezvcard.VCard;
import ezvcard.property.Address;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of an address card is offered as columns. Several values of one thing: the first has a column of its own, all together another, one a line.
final class CardCells {
    static final List<String> HEADS = List.of(
            "name", "first name", "last name", "organisation", "position", "phone", "e-mail", "all phones", "all e-mails", "website", "address", "birthday", "note", "categories");

    private CardCells() {}

    static List<String> of(VCard card) {
        List<String> phones = card.getTelephoneNumbers().stream().map(CardCells::number).filter(text -> !text.isBlank()).toList();
        List<String> mails = texts(card.getEmails());
        return List.of(
                name(card),
                part(card, StructuredName::getGiven),
                part(card, StructuredName::getFamily),
                Optional.ofNullable(card.getOrganization()).map(some -> String.join(", ", some.getValues())).orElse(""),
                first(texts(card.getTitles())),
                first(phones),
                first(mails),
                String.join("\n", phones),
                String.join("\n", mails),
                first(texts(card.getUrls())),
                card.getAddresses().stream().findFirst().map(CardCells::address).orElse(""),
                Optional.ofNullable(card.getBirthday()).flatMap(day -> Optional.ofNullable(day.getDate())).filter(LocalDate.class::isInstance).map(Object::toString).orElse(""),
                String.join("\n", texts(card.getNotes())),
                Optional.ofNullable(card.getCategories()).map(some -> String.join("; ", some.getValues())).orElse(""));
    }

    /// The formatted name, else the name put together, else the organisation's or the first mail.
    private static String name(VCard card) {
        String given = Optional.ofNullable(card.getFormattedName()).map(TextProperty::getValue).orElse("");
        String joined = (part(card, StructuredName::getGiven) + " " + part(card, StructuredName::getFamily)).strip();
        return Stream.of(given, joined).filter(text -> !text.isBlank()).findFirst().orElseGet(() -> Stream.concat(
                        Optional.ofNullable(card.getOrganization()).stream().flatMap(some -> some.getValues().stream()), texts(card.getEmails()).stream())
                .findFirst()
                .orElse(""));
    }

    private static String part(VCard card, Function<StructuredName, String> which) {
        return Optional.ofNullable(card.getStructuredName()).map(which).orElse("");
    }

    private static List<String> texts(List<? extends TextProperty> properties) {
        return properties.stream().flatMap(property -> Stream.ofNullable(property.getValue())).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static String number(Telephone phone) {
        return Stream.concat(Stream.ofNullable(phone.getText()), Stream.ofNullable(phone.getUri()).map(uri -> uri.getNumber())).findFirst().orElse("");
    }

    /// The parts in the order in which addresses are read; the country as it stands is no code mostly, so it is left out when it is none.
    private static String address(Address address) {
        String country = Stream.ofNullable(address.getCountry()).filter(text -> text.strip().length() == 2).findFirst().orElse("");
        return Stream.of(address.getStreetAddress(), address.getLocality(), address.getRegion(), address.getPostalCode(), country)
                .map(part -> part == null ? "" : part.replaceAll("[;,\n]+", " ").strip())
                .collect(Collectors.joining(";"))
                .replaceAll("^;+$", "");
    }
}
