package org.kontor.core.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A bucket in memory that checks signatures and the hashes of bodies.
final class BucketServer implements AutoCloseable {
    private final HttpServer server;
    private final S3Signature signature;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicInteger puts = new AtomicInteger();

    BucketServer(S3Signature signature) throws IOException {
        this.signature = signature;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int puts() {
        return puts.get();
    }

    void forget() {
        kept.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String hash = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
        String moment = String.valueOf(exchange.getRequestHeaders().getFirst("x-amz-date"));
        var now = LocalDateTime.parse(moment, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")).toInstant(ZoneOffset.UTC);
        String expected = signature.headers(exchange.getRequestMethod(), endpoint().resolve(exchange.getRequestURI()), hash, now).get("Authorization");
        String path = exchange.getRequestURI().getPath();
        if (!hash.equals(sha256(body)) || !String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).equals(expected)) {
            send(exchange, 403, new byte[0]);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            puts.incrementAndGet();
            kept.put(path, body);
            send(exchange, 200, new byte[0]);
        } else {
            send(exchange, kept.containsKey(path) ? 200 : 404, kept.getOrDefault(path, new byte[0]));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
