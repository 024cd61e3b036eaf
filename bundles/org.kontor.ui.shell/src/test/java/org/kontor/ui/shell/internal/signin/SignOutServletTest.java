package org.kontor.ui.shell.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignOutServletTest {
    private static final String COOKIE = "kontor_session=key0";

    private Door door;

    @BeforeEach
    void open() throws Exception {
        door = new Door();
        door.enter("/");
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void endsTheSession() throws Exception {
        door.post("/sign-out", "", "Cookie", COOKIE, "Origin", door.address());

        assertThat(door.holds("key0")).isFalse();
    }

    @Test
    void takesTheCookieBack() throws Exception {
        HttpResponse<String> left = door.post("/sign-out", "", "Cookie", COOKIE);

        assertThat(left.headers().firstValue("Set-Cookie").orElse("")).startsWith("kontor_session=;").endsWith("Max-Age=0");
    }

    @Test
    void asksWhoOnlyFollowsALink() throws Exception {
        HttpResponse<String> asked = door.get("/sign-out", "Cookie", COOKIE);

        assertThat(asked.body()).contains("<form method=\"post\" action=\"/sign-out\">");
        assertThat(door.holds("key0")).isTrue();
    }

    @Test
    void ignoresFormsOfOtherSites() throws Exception {
        door.post("/sign-out", "", "Cookie", COOKIE, "Origin", "https://evil.example");

        assertThat(door.holds("key0")).isTrue();
    }
}
