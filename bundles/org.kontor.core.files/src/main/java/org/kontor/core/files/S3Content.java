package org.kontor.core.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// Content in a bucket of an S3-compatible store, addressed by path.
final class S3Content implements ContentStore {
    private static final String NOTHING = S3Signature.sha256("");

    private final URI endpoint;
    private final String bucket;
    private final S3Signature signature;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).version(HttpClient.Version.HTTP_1_1).build();

    S3Content(URI endpoint, String bucket, S3Signature signature, Clock clock) {
        this.endpoint = endpoint;
        this.bucket = bucket;
        this.signature = signature;
        this.clock = clock;
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        HttpResponse<Void> there = send(request("HEAD", hash, NOTHING, HttpRequest.BodyPublishers.noBody()), HttpResponse.BodyHandlers.discarding());
        if (there.statusCode() == 200) {
            return;
        }
        HttpResponse<String> answer = send(request("PUT", hash, hash, HttpRequest.BodyPublishers.ofFile(file)), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the store at " + endpoint + " did not take " + hash + " into bucket '" + bucket + "': it answered " + answer.statusCode() + " " + begin(answer.body()));
        }
    }

    @Override
    public InputStream open(String hash) throws IOException {
        HttpResponse<InputStream> answer = send(request("GET", hash, NOTHING, HttpRequest.BodyPublishers.noBody()), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        answer.body().close();
        if (answer.statusCode() == 404) {
            throw new FileNotFoundException("the content " + hash + " is not in bucket '" + bucket + "' at " + endpoint + ": restore it from a backup");
        }
        throw new IOException("the store at " + endpoint + " did not give " + hash + ": it answered " + answer.statusCode());
    }

    private HttpRequest request(String method, String hash, String bodyHash, HttpRequest.BodyPublisher body) {
        URI uri = endpoint.resolve("/" + bucket + "/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(5)).method(method, body);
        signature.headers(method, uri, bodyHash, clock.instant()).forEach(request::header);
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the store at " + endpoint + " was asked", e);
        }
    }

    private static String begin(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }
}
