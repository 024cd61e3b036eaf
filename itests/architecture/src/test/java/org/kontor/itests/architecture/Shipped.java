package org.kontor.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
            Map.of("com.vaadin", "vaadin.version", "org.flywaydb", "flyway.version", "com.ezylang", "evalex.version", "ezvcard", "ezvcard.version", "org.apache.pdfbox", "pdfbox.version", "org.apache.fontbox", "pdfbox.version");

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

    /// Foreign packages in jars of ours and in programs they carry, by their first two segments; by the first where that is no domain, by three of Apache's.
    private static Stream<Part> wrapped() {
        return Bundle.files(HOME, ".jar").stream().filter(jar -> jar.getFileName().toString().startsWith("org.kontor.")).flatMap(Shipped::classes)
                .filter(name -> !name.startsWith("org/kontor/"))
                .map(name -> name.split("/")).map(Shipped::origin).distinct()
                .map(name -> new Part("wrapped", name, Optional.ofNullable(WRAPPED_VERSIONS.get(name)).map(Shipped::property).orElse("")));
    }

    private static String origin(String[] path) {
        int segments = path[0].length() > 3 ? 1 : path[1].equals("apache") ? 3 : 2;
        return String.join(".", List.of(path).subList(0, segments));
    }

    private static Stream<Part> npm() {
        String versions = Bundle.text(FRONT_END.resolve("stats.json"));
        return NPM.matcher(Bundle.text(FRONT_END.resolve("bundle-size.html"))).results().map(found -> found.group(1)).distinct()
                .map(name -> new Part("npm", name, found(versions, "\"" + Pattern.quote(name) + "\"\\s*:\\s*\"(\\d[\\w.-]*)\"").orElse("")));
    }

    /// The classes in a jar, and in the jars in it.
    static Stream<String> classes(Path jar) {
        try (ZipInputStream content = new ZipInputStream(Files.newInputStream(jar))) {
            List<String> classes = new ArrayList<>();
            collect(content, classes);
            return classes.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(ZipInputStream content, List<String> classes) throws IOException {
        for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                collect(new ZipInputStream(content), classes);
            } else if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
                classes.add(entry.getName());
            }
        }
    }

    private static String property(String name) {
        return found(Bundle.text(Bundle.ROOT.resolve("pom.xml")), "<" + Pattern.quote(name) + ">([^<]+)<").orElse("");
    }

    private static Optional<String> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).findFirst();
    }
}
