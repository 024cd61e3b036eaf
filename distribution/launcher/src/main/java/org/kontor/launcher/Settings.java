package org.kontor.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// What the portal is started with: where it lies, where it keeps its data, its port, and the framework's own settings.
///
/// They come from system properties (`kontor.home`, `kontor.data`, `kontor.port`, `kontor.demo`) and `conf/framework.properties`; a system property wins.
record Settings(Path home, Path data, int port, Map<String, String> framework) {

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
        return new Settings(home, data, port, framework);
    }

    void checkPort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (java.net.BindException e) {
            throw new Refused("port " + port + " is taken by another program: stop that, or choose another with --port");
        }
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
