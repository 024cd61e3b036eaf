package org.kontor.api.documents;

import java.util.List;
import java.util.Locale;

/// Where post arrives. Each part may be blank, not all; `country` is ISO 3166 in capitals, or blank.
public record PostalAddress(String street, String city, String region, String postcode, String country) {
    private static final int LONGEST = 250;

    public PostalAddress {
        street = street.strip();
        city = city.strip();
        region = region.strip();
        postcode = postcode.strip();
        country = country.strip().toUpperCase(Locale.ROOT);
        List<String> parts = List.of(street, city, region, postcode, country);
        if (parts.stream().allMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an address needs at least one part: street, city, region, postcode or country");
        }
        parts.stream().filter(part -> part.length() > LONGEST || part.contains("\n")).findFirst().ifPresent(part -> {
            throw new IllegalArgumentException("a part of an address is one line of at most " + LONGEST + " characters, not '" + part + "'");
        });
        if (!country.isEmpty() && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            throw new IllegalArgumentException("country '" + country + "' is not a code of ISO 3166, as in IT");
        }
    }
}
