package org.kontor.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.people.Actor;
import org.kontor.intake.WebForms;
import org.kontor.leads.Lead;
import org.kontor.storage.Engine;

class FormServletTest {
    private FormServer server = FormServer.fresh(Engine.H2).opened();

    private static Map<String, String> message(String... changes) {
        Map<String, String> all = new HashMap<>(Map.of(
                "form-key", UUID.randomUUID().toString(), "contactName", "Ann Lee", "company", "ACME", "email", "ann@example.org", "phone", "+39 06 1234 5678", "comments", "Price list?\r\nThanks"));
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void opensALeadOfWhatAStrangerWrites(Engine engine) {
        server = FormServer.fresh(engine).opened();

        HttpResponse<String> answer = server.post(message());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/forms/lead/thanks?lang=en");
        Document lead = server.leads().getFirst();
        assertThat(lead.get(Lead.TITLE)).hasValue("Ann Lee, ACME");
        assertThat(lead.get(Lead.EMAIL)).hasValue("ann@example.org");
        assertThat(lead.get(Lead.PHONE).map(phone -> phone.number())).hasValue("+390612345678");
        assertThat(lead.get(Lead.COMMENTS)).hasValue("Price list?\nThanks");
        assertThat(lead.get(Lead.SOURCE)).hasValue("web");
        assertThat(lead.stage()).hasValue(Lead.NEW);
    }

    @Test
    void namesTheFormAsTheAuthorAndTheAdministratorAsResponsible() {
        server.post(message());

        Document lead = server.leads().getFirst();
        HistoryEntry entry = server.portal().documents().history(lead.ref(), Long.MAX_VALUE, 1, FormServer.TEST).getFirst();
        assertThat(entry.occurrence().actor()).isEqualTo(new Actor.Robot("intake.form"));
        assertThat(lead.get(Lead.RESPONSIBLE)).isEqualTo(server.administrator().person());
    }

    @Test
    void saysThankYou() {
        HttpResponse<String> thanks = server.get("/forms/lead/thanks?lang=en");

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("Thank you!").contains("data-test=\"thanks\"");
    }

    @Test
    void opensOneLeadHoweverOftenTheButtonIsPressed() {
        Map<String, String> same = message();

        server.post(same);
        HttpResponse<String> again = server.post(same);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(server.leads()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void opensOneLeadForPressesAtTheSameTime(Engine engine) throws Exception {
        server = FormServer.fresh(engine).opened();
        Map<String, String> same = message();
        Callable<Integer> press = () -> server.post(same).statusCode();

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var each : threads.invokeAll(List.of(press, press, press, press, press, press))) {
                assertThat(each.get()).isEqualTo(303);
            }
        }

        assertThat(server.leads()).hasSize(1);
    }

    @Test
    void takesACorrectedMessageFromTheSamePageAsAnotherOne() {
        Map<String, String> first = message();
        server.post(first);
        first.put("comments", "I forgot: in Rome");
        server.post(first);

        assertThat(server.leads()).hasSize(2);
    }

    @Test
    void showsProblemsBesideTheFieldsAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = server.post(message("email", "ann at example", "phone", "12", "contactName", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"ann at example\"").contains("value=\"ACME\"").contains("Price list?\nThanks</textarea>")
                .contains("data-test=\"error-email\"").contains("data-test=\"error-phone\"").contains("data-test=\"error-contactName\"").doesNotContain("data-test=\"error-company\"")
                .contains("aria-describedby=\"e-email\"").contains("3 answers need");
        assertThat(server.leads()).isEmpty();
    }

    @Test
    void putsTheCursorIntoTheFirstFieldThatIsWrong() {
        assertThat(server.post(message("email", "wrong", "comments", "")).body()).containsOnlyOnce("autofocus").containsPattern("name=\"email\"[^>]*autofocus");
    }

    @Test
    void wantsAWayToAnswer() {
        HttpResponse<String> answer = server.post(message("email", "", "phone", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Please leave us an e-mail address or a phone number");
    }

    @Test
    void keepsTheKeyOfThePageThroughACorrection() {
        Map<String, String> wrong = message("email", "wrong");

        assertThat(server.post(wrong).body()).contains("value=\"" + wrong.get("form-key") + "\"");
    }

    @Test
    void givesEveryPageAKeyOfItsOwn() {
        assertThat(key(server.get("/forms/lead"))).isNotEqualTo(key(server.get("/forms/lead")));
    }

    private static String key(HttpResponse<String> page) {
        Matcher found = Pattern.compile("name=\"form-key\" value=\"([0-9a-f-]{36})\"").matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    @ParameterizedTest
    @CsvSource({"en, Write to us", "ru, Напишите нам", "it, Scriveteci"})
    void speaksTheLanguageOfTheBrowser(String language, String heading) {
        HttpResponse<String> page = server.get("/forms/lead", "Accept-Language", language + "-XX," + language + ";q=0.8,de;q=0.5");

        assertThat(page.body()).contains("<html lang=\"" + language + "\">").contains(">" + heading + "<").doesNotContain(">form.").doesNotContain(">intake.").doesNotContain(">type.");
    }

    @Test
    void speaksTheLanguageAskedForAndKeepsIt() {
        HttpResponse<String> page = server.get("/forms/lead?lang=ru", "Accept-Language", "it");

        assertThat(page.body()).contains("Напишите нам").contains("action=\"/forms/lead?lang=ru\"");
    }

    @Test
    void takesANationalTelephoneNumberOfTheVisitorsCountry() {
        server.post(message("phone", "06 1234 5678"), "Accept-Language", "it-IT,it;q=0.9");

        assertThat(server.leads().getFirst().get(Lead.PHONE).map(phone -> phone.number())).hasValue("+390612345678");
    }

    @Test
    void isNotThereUntilAnAdministratorOpensIt() {
        server.forms().decide("lead", WebForms.Settings.NONE, server.administrator());

        assertThat(server.get("/forms/lead").statusCode()).isEqualTo(404);
        assertThat(server.post(message()).statusCode()).isEqualTo(404);
        assertThat(server.leads()).isEmpty();
    }

    @Test
    void isAwayInAFriendlyWayWhileTheModuleIsOff() {
        server.withoutLeads();

        HttpResponse<String> page = server.get("/forms/lead");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("not available right now");
    }

    @Test
    void asksTooManyMessagesOfAnAddressToWaitAndKeepsWhatWasTyped() {
        for (int i = 0; i < 20; i++) {
            server.post(message());
        }

        HttpResponse<String> answer = server.post(message("comments", "One more"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("600");
        assertThat(answer.body()).contains("One more</textarea>").contains("in 10 minutes");
        assertThat(server.leads()).hasSize(20);
    }

    @Test
    void takesMessagesAgainAfterTheWait() {
        for (int i = 0; i < 21; i++) {
            server.post(message());
        }

        server.clock().advance(Duration.ofMinutes(11));

        assertThat(server.post(message()).statusCode()).isEqualTo(303);
    }

    @Test
    void countsEachAddressBehindTheProxyByItself() {
        for (int i = 0; i < 21; i++) {
            server.post(message(), "X-Forwarded-For", "6.6.6.6, 203.0.113.7");
        }

        assertThat(server.post(message(), "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(server.post(message(), "X-Forwarded-For", "203.0.113.8").statusCode()).isEqualTo(303);
    }

    @Test
    void keepsNothingOfAProgramThatFillsTheTrap() {
        HttpResponse<String> answer = server.post(message("form-subject", "Buy now"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(server.leads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "</textarea><script>alert(1)</script>", "&lt;b&gt; & <b>", "{{title}} ${x} %s", "\u202etxt.exe"})
    void showsWhatWasTypedAsTextAndNeverAsMarkup(String hostile) {
        String body = server.post(message("contactName", hostile, "comments", hostile, "company", hostile, "email", hostile)).body();

        assertThat(body).doesNotContain("<script").doesNotContain("<img").doesNotContain("' onfocus").contains("value=\"" + Html.escaped(hostile) + "\"");
    }

    @Test
    void storesMarkupAsTheTextItIs() {
        server.post(message("contactName", "<b>Ann</b>"));

        assertThat(server.leads().getFirst().get(Lead.CONTACT_NAME)).hasValue("<b>Ann</b>");
    }

    @Test
    void reflectsNothingOfTheAddress() {
        HttpResponse<String> page = server.get("/forms/lead?lang=%22%3E%3Cscript%3E&x=%3Cscript%3E");

        assertThat(page.body()).doesNotContain("<script");
        assertThat(server.get("/forms/%3Cscript%3E").body()).doesNotContain("script>");
    }

    @Test
    void letsNothingTypedIntoAHeader() {
        HttpResponse<String> answer = server.post(message("contactName", "Ann\r\nSet-Cookie: x=1\r\n\r\n<html>", "form-key", "x\r\nSet-Cookie: y=1"));

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(server.leads().getFirst().get(Lead.CONTACT_NAME)).hasValue("Ann Set-Cookie: x=1 <html>");
    }

    @Test
    void takesOnlyFieldsThatAreAskedFor() {
        server.post(message("title", "Mine", "responsible", "ann", "source", "fair", "stage", "junk"));

        Document lead = server.leads().getFirst();
        assertThat(lead.get(Lead.TITLE)).hasValue("Ann Lee, ACME");
        assertThat(lead.get(Lead.SOURCE)).hasValue("web");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contactName", "company", "email", "phone", "comments"})
    void survivesEveryValueInEveryField(String field) {
        for (String value : List.of("\0", "a\0b", "\ud800", "😀", "x".repeat(300), "я".repeat(19_000), "x".repeat(25_000), "+", "1e999", "a@b", "a@example.org\nBcc: b@example.org", "[]", "\t\n\r")) {
            server.clock().advance(Duration.ofMinutes(11));

            assertThat(server.post(message(field, value)).statusCode()).as(field + " " + value.length()).isIn(303, 422, 413);
        }
    }

    @Test
    void takesSixtyFourKilobytesAtMost() {
        assertThat(server.post(message("comments", "x".repeat(Submission.LONGEST))).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void takesOnlyWhatAFormSends(String type) {
        assertThat(server.post("{}", type).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "&&&", "contactName", "contactName=Ann"})
    void asksForWhatIsMissing(String body) {
        assertThat(server.post(body, "application/x-www-form-urlencoded").statusCode()).isEqualTo(422);
    }

    @Test
    void refusesABodyThatIsNotEncodedProperly() {
        assertThat(server.post("contactName=%zz", "application/x-www-form-urlencoded").statusCode()).isEqualTo(400);
    }

    @Test
    void namesTheMethodsThatWouldDo() {
        HttpResponse<String> answer = server.send("DELETE", "/forms/lead");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/", "/forms/nothing", "/forms/lead/more", "/forms/lead/thanks/x"})
    void knowsNothingElse(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void mayBeFramedNowhereAtFirst() {
        assertThat(server.get("/forms/lead").headers().firstValue("Content-Security-Policy").orElse("")).endsWith("frame-ancestors 'none'").contains("default-src 'none'");
    }

    @Test
    void mayBeFramedOnTheSitesAllowed() {
        server.forms().decide("lead", new WebForms.Settings(true, Optional.empty(), List.of("https://example.org", "https://*.example.com")), server.administrator());

        assertThat(server.get("/forms/lead").headers().firstValue("Content-Security-Policy").orElse("")).endsWith("frame-ancestors https://example.org https://*.example.com");
    }

    @Test
    void leavesNoCookie() {
        assertThat(server.get("/forms/lead").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void needsNoScript() {
        assertThat(server.get("/forms/lead").body()).doesNotContain("<script").hasSizeLessThan(6_000);
    }
}
