package org.kontor.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What the portal is started with: where it lies, where it keeps its data, where it answers, and the framework's own settings.
///
/// They come from system properties (`kontor.home`, `kontor.data`, `kontor.port`, `kontor.bind`, `kontor.demo`) and `conf/framework.properties`; a system property wins.
record Settings(Path home, Path data, InetSocketAddress address, Map<String, String> framework) {

    static Settings read() throws IOException {
        Path home = Path.of(System.getProperty("kontor.home", ".")).toAbsolutePath().normalize();
        Path data = Path.of(System.getProperty("kontor.data", "data")).toAbsolutePath().normalize();
        int port = port(System.getProperty("kontor.port", "8080"));
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("conf/framework.properties"))) {
            given.load(reader);
        }
        System.getProperties().forEach((key, value) -> {
            if (key.toString().matches("(org\\.osgi|org\\.apache|org\\.ops4j|felix|kontor)\\..*")) {
                given.put(key, value);
            }
        });
        Map<String, String> framework = new HashMap<>();
        given.forEach((key, value) -> framework.put(key.toString(), filled(value.toString(), home, data, port)));
        framework.put("kontor.home", home.toString());
        framework.put("kontor.data", data.toString());
        framework.put("kontor.port", Integer.toString(port));
        String bind = System.getProperty("kontor.bind", "");
        if (bind.isBlank()) {
            return new Settings(home, data, new InetSocketAddress(port), framework);
        }
        framework.put("org.apache.felix.http.host", bind);
        return new Settings(home, data, new InetSocketAddress(bind, port), framework);
    }

    /// Where a browser on this machine finds the portal.
    URI page() {
        if (address.getAddress().isAnyLocalAddress()) {
            return URI.create("http://localhost:" + address.getPort());
        }
        String host = address.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    /// Refuses when the portal could not listen there.
    void checkPort() throws IOException {
        if (address.isUnresolved()) {
            throw new Refused("--bind must be an address of this machine, as in 127.0.0.1, not '" + address.getHostString() + "'");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (BindException e) {
            throw new Refused(refusal(String.valueOf(e.getMessage())));
        }
    }

    private String refusal(String reason) {
        int port = address.getPort();
        if (reason.contains("Permission denied")) {
            return "port " + port + " is open to the administrator of the machine only: choose one from 1024 on with --port";
        }
        if (reason.contains("assign requested address")) {
            return "--bind must be an address of this machine, not '" + address.getHostString() + "'";
        }
        return "port " + port + " is taken by another program: stop that, or choose another with --port";
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new Refused("--port must be a number from 1 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static String filled(String value, Path home, Path data, int port) {
        return value.replace("${kontor.home}", home.toString()).replace("${kontor.data}", data.toString()).replace("${kontor.port}", Integer.toString(port));
    }
}
