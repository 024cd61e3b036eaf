package org.kontor.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the distribution ships that is not ours.
final class Shipped {
    static final Path HOME = Bundle.ROOT.resolve("distribution/server/target/kontor");

    private static final Path FRONT_END = Bundle.ROOT.resolve("bundles/org.kontor.ui.frontend/target/classes/META-INF/VAADIN/config");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar");
    private static final Pattern NPM = Pattern.compile("node_modules/((?:@[\\w.-]+/)?[\\w.-]+)");

    /// One thing: how it comes, its name, and its version where it has one that can be read.
    record Part(String kind, String name, String version) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            return (kind + name).compareToIgnoreCase(other.kind + other.name);
        }
    }

    private static final Map<String, String> WRAPPED_VERSIONS =
            Map.of("com.vaadin", "vaadin.version", "org.flywaydb", "flyway.version", "com.ezylang", "evalex.version", "ezvcard", "ezvcard.version");

    private Shipped() {}

    static Set<Part> all() {
        return Stream.of(jars(), wrapped(), npm(), Stream.of(new Part("icons", "lucide icons", ""))).flatMap(parts -> parts).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Part> jars() {
        return Bundle.files(HOME, ".jar").stream().map(jar -> jar.getFileName().toString())
                .filter(name -> !name.startsWith("org.kontor.") && !name.equals("launcher.jar"))
                .map(name -> {
                    Matcher parts = JAR.matcher(name);
                    return parts.matches() ? new Part("jar", parts.group(1), parts.group(2)) : new Part("jar", name, property("felix.framework.version"));
                });
    }

    /// Foreign packages in jars of ours, by their first two segments; by the first where that is no domain.
    private static Stream<Part> wrapped() {
        return Bundle.files(HOME, ".jar").stream().filter(jar -> jar.getFileName().toString().startsWith("org.kontor.")).flatMap(Shipped::classes)
                .filter(name -> !name.startsWith("org/kontor/"))
                .map(name -> name.split("/")).map(parts -> parts[0].length() > 3 ? parts[0] : parts[0] + "." + parts[1]).distinct()
                .map(name -> new Part("wrapped", name, Optional.ofNullable(WRAPPED_VERSIONS.get(name)).map(Shipped::property).orElse("")));
    }

    private static Stream<Part> npm() {
        String versions = Bundle.text(FRONT_END.resolve("stats.json"));
        return NPM.matcher(Bundle.text(FRONT_END.resolve("bundle-size.html"))).results().map(found -> found.group(1)).distinct()
                .map(name -> new Part("npm", name, found(versions, "\"" + Pattern.quote(name) + "\"\\s*:\\s*\"(\\d[\\w.-]*)\"").orElse("")));
    }

    static Stream<String> classes(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return found(Bundle.text(Bundle.ROOT.resolve("pom.xml")), "<" + Pattern.quote(name) + ">([^<]+)<").orElse("");
    }

    private static Optional<String> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).findFirst();
    }
}
