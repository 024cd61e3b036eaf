package org.kontor.itests.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A small bundle made on the spot, for what no well-behaved partner would ship: one that does not resolve, throws at its start, or whose
/// robot never returns.
public final class SampleBundle {
    private final String name;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    public SampleBundle(String name) {
        this.name = name;
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", name);
        headers.put("Bundle-Version", "1.0.0");
    }

    public SampleBundle header(String key, String value) {
        headers.put(key, value);
        return this;
    }

    /// A class by its full name.
    public SampleBundle source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /// A text file inside the jar.
    public SampleBundle file(String path, String text) {
        files.put(path, text);
        return this;
    }

    /// A component with one service and one property, as the annotations would describe it.
    public SampleBundle component(String className, String service, String property, String value) {
        headers.merge("Service-Component", "OSGI-INF/" + className + ".xml", (before, more) -> before + "," + more);
        return file("OSGI-INF/" + className + ".xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s">
                  <property name="%3$s" value="%4$s"/>
                  <service><provide interface="%2$s"/></service>
                  <implementation class="%1$s"/>
                </scr:component>
                """.formatted(className, service, property, value));
    }

    /// Compiles it against the portal's bundles and writes `<name>.jar` into `folder`.
    public Path write(Path folder) {
        try {
            Path classes = Files.createTempDirectory("kontor-sample-");
            if (!sources.isEmpty()) {
                compile(classes);
            }
            return pack(classes, folder.resolve(name + ".jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + name + " can't be made", e);
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((className, text) -> units.add(new Source(className, text)));
        var options = List.of("-proc:none", "-d", classes.toString(), "-cp", classPath());
        if (!compiler.getTask(null, null, problems, options, null, units).call()) {
            throw new IllegalStateException("bundle " + name + " does not compile: " + problems.getDiagnostics());
        }
    }

    private static String classPath() throws IOException {
        Path home = Repository.distribution();
        try (Stream<Path> jars = Stream.concat(Files.walk(home.resolve("system")), Files.walk(home.resolve("lib")))) {
            return jars.map(Path::toString).filter(path -> path.endsWith(".jar")).collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }

    private Path pack(Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out, manifest); Stream<Path> made = Files.walk(classes)) {
            for (Path file : made.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)).transferTo(entries);
            }
        }
        return jar;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
