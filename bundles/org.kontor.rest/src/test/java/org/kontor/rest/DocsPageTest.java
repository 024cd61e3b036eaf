package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.rest.RestServer.Reply;
import org.kontor.storage.Engine;

class DocsPageTest {
    private final RestServer server = RestServer.on(Engine.H2);

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "it"})
    void isCompleteInEveryLanguage(String language) {
        Reply page = server.send(server.request("/docs").header("Accept-Language", language).build());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("<html lang=\"" + language + "\">").doesNotContain("rest.docs.").doesNotContain("{{").doesNotContain("`");
    }

    @Test
    void runsOnlyItsOwnScript() {
        assertThat(server.send(server.request("/docs").build()).header("Content-Security-Policy")).contains("default-src 'none'").contains("script-src 'self'");
    }

    @Test
    void findsItsFilesFromAnyAddress() {
        assertThat(server.send(server.request("/docs.js").build()).header("Content-Type")).startsWith("text/javascript");
        assertThat(server.send(server.request("").build()).response().body()).contains("href=\"/api/v1/docs.css\"");
    }
}
