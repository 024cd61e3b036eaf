package org.kontor.ui.shell.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServletTest {
    private Door door;

    @BeforeEach
    void open() throws Exception {
        door = new Door();
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void leadsToThePageThatWasAskedFor() throws Exception {
        assertThat(location(door.enter("/lead/12?tab=robots"))).isEqualTo("/lead/12?tab=robots");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/..//evil.example", "/%2F/evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", "/sign-out", "/sign-in?to=/sign-in", "evil", ""})
    void leadsHomeInsteadOfAnywhereElse(String to) throws Exception {
        assertThat(location(door.enter(to))).isEqualTo("/");
    }

    @Test
    void givesACookieThatScriptsAndOtherSitesCannotUse() throws Exception {
        assertThat(door.enter("/").headers().firstValue("Set-Cookie")).contains("kontor_session=key0; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void keepsTheCookieToHttpsWhereTheBrowserCameByIt() throws Exception {
        String origin = door.address().replace("http:", "https:");

        assertThat(door.enter("/", "Origin", origin).headers().firstValue("Set-Cookie").orElseThrow()).endsWith("; Secure");
    }

    @Test
    void answersAnUnknownLoginLikeAWrongPassword() throws Exception {
        HttpResponse<String> wrong = door.post("/sign-in", "login=anna&password=guess");
        HttpResponse<String> unknown = door.post("/sign-in", "login=nobo&password=guess");

        assertThat(unknown.body()).isEqualTo(wrong.body().replace("anna", "nobo"));
    }

    @Test
    void givesNoCookieForAWrongPassword() throws Exception {
        assertThat(door.post("/sign-in", "login=anna&password=guess").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void saysHowLongToWaitAfterTooManyAttempts() throws Exception {
        HttpResponse<String> slowed = door.post("/sign-in", "login=hasty&password=x");

        assertThat(slowed.statusCode() + " " + slowed.headers().firstValue("Retry-After").orElse("") + slowed.body()).startsWith("429 8").contains("try again in 8 s");
    }

    @Test
    void refusesAFormOfAnotherSite() throws Exception {
        HttpResponse<String> refused = door.enter("/", "Origin", "https://evil.example");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(door.holds("key0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void refusesAFormThatTheBrowserCallsForeign(String relation) throws Exception {
        assertThat(door.enter("/", "Sec-Fetch-Site", relation, "Origin", door.address()).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAFormOfASandboxedPage() throws Exception {
        assertThat(door.enter("/", "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void showsWhatWasTypedAsTextOnly() throws Exception {
        String body = door.post("/sign-in", "login=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&password=x").body();

        assertThat(body).doesNotContain("<script>alert").contains("&quot;&gt;&lt;script&gt;alert(1)");
    }

    @Test
    void showsTheAddressToGoToAsTextOnly() throws Exception {
        assertThat(door.get("/sign-in?to=/a%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void speaksTheLanguageOfTheBrowser() throws Exception {
        assertThat(door.get("/sign-in", "Accept-Language", "fr, ru;q=0.8, en;q=0.5").body()).contains("<html lang=\"ru\">").contains("Пароль");
    }

    @Test
    void saysThatTheSessionEnded() throws Exception {
        assertThat(door.get("/sign-in?expired=1").body()).contains("data-test=\"message\"").contains("Your session has ended");
    }

    @Test
    void letsPassWhoIsSignedInAlready() throws Exception {
        door.enter("/");

        assertThat(location(door.get("/sign-in?to=/lead", "Cookie", "kontor_session=key0"))).isEqualTo("/lead");
    }

    @Test
    void endsTheSessionThatTheBrowserHadBefore() throws Exception {
        door.enter("/");

        door.enter("/", "Cookie", "kontor_session=key0");

        assertThat(door.holds("key0")).isFalse();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }
}
