package org.kontor.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is shipped is free, and told.
class LicencesTest {
    private static final Set<String> FREE = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "EPL-2.0", "MPL-2.0", "LGPL-2.1-or-later");
    private static final Set<String> COMMERCIAL = Set.of("charts", "gridpro", "crud", "board", "map", "richtexteditor", "dashboard", "spreadsheet");
    private static final Path LIST = Bundle.ROOT.resolve("THIRD-PARTY.md");
    private static final Properties LICENCES = licences();

    @Test
    void everythingHasALicenceWeMayShip() {
        for (Shipped.Part part : Shipped.all()) {
            assertThat(licence(part.name())).as("licence of " + part + " in licences.properties").isPresent();
            assertThat(FREE).as("licence of " + part).contains(licence(part.name()).orElseThrow());
        }
    }

    @Test
    void noLicenceIsToldOfWhatIsNotShipped() {
        Set<String> used = Shipped.all().stream().map(part -> key(part.name()).orElse("")).collect(Collectors.toSet());

        assertThat(used).containsAll(LICENCES.stringPropertyNames());
    }

    @Test
    void commercialComponentsOfVaadinAreNotShipped() {
        Path vaadin = Bundle.files(Shipped.HOME.resolve("system/20"), ".jar").stream().filter(jar -> jar.toString().contains("org.kontor.ui.vaadin")).findFirst().orElseThrow();
        Set<String> components = Shipped.classes(vaadin).filter(name -> name.startsWith("com/vaadin/flow/component/")).map(name -> name.split("/")[4]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> packages = Shipped.all().stream().filter(part -> part.name().startsWith("@vaadin/")).map(part -> part.name().substring(8).replace("-", "").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());

        assertThat(components).contains("button", "grid").doesNotContainAnyElementsOf(COMMERCIAL);
        assertThat(packages).contains("button", "grid").doesNotContainAnyElementsOf(COMMERCIAL);
    }

    /// With `-Dkontor.write=true` the list is written instead.
    @Test
    void theListIsCurrent() throws IOException {
        String list = list();
        if (Boolean.getBoolean("kontor.write")) {
            Files.writeString(LIST, list);
        }

        assertThat(LIST).as("write it with: mvn test -pl itests/architecture -Dtest=LicencesTest -Dkontor.write=true").hasContent(list);
    }

    private static String list() {
        StringBuilder text = new StringBuilder("""
                # What others made

                Everything that is shipped with Kontor and is not ours, with its licence; where a choice is offered, the one we take. Written by
                `LicencesTest` of itests/architecture, which also keeps it current and free of commercial, AGPL, GPL-only and source-available parts.

                | what | version | licence | comes as |
                |---|---|---|---|
                """);
        Shipped.all().forEach(part -> text.append("| %s | %s | %s | %s |%n".formatted(part.name(), part.version(), licence(part.name()).orElse("unknown"), part.kind())));
        return text.toString();
    }

    private static Optional<String> licence(String name) {
        return key(name).map(LICENCES::getProperty);
    }

    /// The entry for a name: itself, or the longest one with a star that it starts with.
    private static Optional<String> key(String name) {
        if (LICENCES.containsKey(name)) {
            return Optional.of(name);
        }
        return LICENCES.stringPropertyNames().stream().filter(key -> key.endsWith("*") && name.startsWith(key.substring(0, key.length() - 1)))
                .max(java.util.Comparator.comparingInt(String::length));
    }

    private static Properties licences() {
        Properties licences = new Properties();
        try (InputStream stream = Objects.requireNonNull(LicencesTest.class.getResourceAsStream("licences.properties"))) {
            licences.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return licences;
    }
}
