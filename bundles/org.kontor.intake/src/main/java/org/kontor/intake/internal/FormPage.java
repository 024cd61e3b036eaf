package org.kontor.intake.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.intake.WebForm;

/// The pages strangers see: the form, the thanks, and a notice when there is neither. No script, one style sheet.
final class FormPage {
    private final Labels labels;
    private final Locale language;

    FormPage(Labels labels, Locale language) {
        this.labels = labels;
        this.language = language;
    }

    /// The form with what was typed and what is wrong with it, by field; the empty name stands for the whole.
    String form(WebForm form, DocumentType type, Submission typed, String key, Map<String, Label> problems) {
        Html html = start(form.heading());
        html.tag("<h1>").text(text(form.heading())).tag("</h1>\n<p class=\"lead\">").text(text(form.lead())).tag("</p>\n");
        if (!problems.isEmpty()) {
            Label summary = Optional.ofNullable(problems.get("")).orElseGet(() -> Label.of("intake.look", problems.size()));
            html.tag("<p class=\"summary\" role=\"alert\" data-test=\"problem\">").text(text(summary)).tag("</p>\n");
        }
        html.tag("<form method=\"post\" novalidate accept-charset=\"utf-8\"").attribute("action", "/forms/" + form.id() + "?lang=" + language.getLanguage()).tag(">\n");
        html.tag("<input type=\"hidden\"").attribute("name", Submission.KEY).attribute("value", key).tag(">\n");
        html.tag("<div class=\"trap\" aria-hidden=\"true\"><label for=\"f-trap\">").text(text(Label.of("intake.trap"))).tag("</label><input id=\"f-trap\" type=\"text\" tabindex=\"-1\" autocomplete=\"off\"")
                .attribute("name", Submission.TRAP).tag("></div>\n");
        QuestionHtml writing = new QuestionHtml(type, labels, language);
        for (WebForm.Question question : form.questions()) {
            Optional<Field<?>> field = type.field(question.fieldId()).filter(Answers::open);
            field.ifPresent(some -> writing.write(html, question, some, new QuestionHtml.State(typed.text(some.id()), hint(form, question, some), Optional.ofNullable(problems.get(some.id())), first(form, problems).equals(some.id()))));
        }
        html.tag("<button type=\"submit\" data-test=\"send\">").text(text(Label.of("intake.send"))).tag("</button>\n</form>\n");
        return end(html, "/forms/" + form.id());
    }

    private static Optional<Label> hint(WebForm form, WebForm.Question question, Field<?> field) {
        boolean required = question.required() || field.required();
        return required ? Optional.empty() : Optional.of(Label.of(form.oneOf().contains(field.id()) ? "intake.one-is-enough" : "intake.optional"));
    }

    /// The first field that is wrong; none has the empty name.
    private static String first(WebForm form, Map<String, Label> problems) {
        return form.questions().stream().map(WebForm.Question::fieldId).filter(problems::containsKey).findFirst().orElse("");
    }

    String thanks(WebForm form) {
        Html html = start(form.heading());
        html.tag("<div class=\"centre\" data-test=\"thanks\"><div class=\"disc\" aria-hidden=\"true\"><svg viewBox=\"0 0 24 24\" width=\"26\" height=\"26\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\"M5 12.5l4.5 4.5L19 7.5\"/></svg></div>\n<h1>")
                .text(text(Label.of("intake.thanks"))).tag("</h1>\n<p class=\"lead\">").text(text(form.thanks())).tag("</p>\n<p><a").attribute("href", "/forms/" + form.id() + "?lang=" + language.getLanguage()).tag(">")
                .text(text(Label.of("intake.another"))).tag("</a></p></div>\n");
        return end(html, "/forms/" + form.id() + "/thanks");
    }

    String notice(Label heading, Label text) {
        Html html = start(heading);
        html.tag("<div class=\"centre\" data-test=\"notice\"><h1>").text(text(heading)).tag("</h1>\n<p class=\"lead\">").text(text(text)).tag("</p></div>\n");
        return html.tag("</main>\n</body>\n</html>\n").toString();
    }

    private Html start(Label title) {
        Html html = new Html();
        html.tag("<!doctype html>\n<html").attribute("lang", language.getLanguage()).tag(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .tag("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").text(text(title)).tag("</title>\n<link rel=\"stylesheet\" href=\"/forms/form.css\">\n</head>\n<body>\n<main>\n");
        return html;
    }

    private String end(Html html, String address) {
        html.tag("<nav class=\"languages\"").attribute("aria-label", text(Label.of("intake.languages"))).tag(">");
        for (Locale each : labels.languages()) {
            boolean here = each.getLanguage().equals(language.getLanguage());
            String name = each.getDisplayLanguage(each);
            html.tag("<a").attribute("href", address + "?lang=" + each.getLanguage()).attribute("lang", each.getLanguage()).attribute("hreflang", each.getLanguage())
                    .attributeIf(here, "aria-current", "true").tag(">").text(name.substring(0, 1).toUpperCase(each) + name.substring(1)).tag("</a>");
        }
        return html.tag("</nav>\n</main>\n</body>\n</html>\n").toString();
    }

    private String text(Label label) {
        return labels.text(label, language);
    }
}
