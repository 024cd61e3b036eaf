package org.kontor.intake.internal;

import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.kontor.intake.WebForm;

/// One question of a form as HTML: name, input with what was typed, and what is wrong with it.
final class QuestionHtml {
    private final DocumentType type;
    private final Labels labels;
    private final Locale language;

    QuestionHtml(DocumentType type, Labels labels, Locale language) {
        this.type = type;
        this.labels = labels;
        this.language = language;
    }

    /// What stands in an input and beside it: `hint` behind the name, and the cursor (`focus`) in the first that is wrong.
    record State(String typed, Optional<Label> hint, Optional<Label> problem, boolean focus) {}

    void write(Html html, WebForm.Question question, Field<?> field, State state) {
        String id = "f-" + field.id();
        Optional<Label> problem = state.problem();
        boolean required = question.required() || field.required();
        html.tag("<div class=\"field\"><label").attribute("for", id).tag(">").text(text(question.name().orElseGet(() -> type.nameOf(field))));
        state.hint().ifPresent(label -> html.tag(" <span class=\"optional\">").text(text(label)).tag("</span>"));
        html.tag("</label>");
        open(html, field);
        html.attribute("id", id).attribute("name", field.id()).attribute("data-test", "input-" + field.id()).attribute("autocomplete", question.autofill());
        html.attributeIf(required, "aria-required", "true").attributeIf(problem.isPresent(), "aria-invalid", "true").attributeIf(problem.isPresent(), "aria-describedby", "e-" + field.id()).attributeIf(state.focus(), "autofocus", "");
        close(html, field, state.typed());
        problem.ifPresent(label -> html.tag("<p class=\"error\"").attribute("id", "e-" + field.id()).attribute("data-test", "error-" + field.id()).tag(">").text(text(label)).tag("</p>"));
        html.tag("</div>\n");
    }

    private void open(Html html, Field<?> field) {
        switch (field.kind()) {
            case Kind.Text text when text.lines() > 1 -> html.tag("<textarea").attribute("rows", Integer.toString(Math.max(text.lines(), 5))).attribute("maxlength", Integer.toString(text.longest()));
            case Kind.Text text -> html.tag("<input type=\"text\"").attribute("maxlength", Integer.toString(text.longest()));
            case Kind.Choice _, Kind.YesNo _ -> html.tag("<select");
            case Kind.Number _, Kind.Sum _ -> html.tag("<input type=\"text\" inputmode=\"decimal\" maxlength=\"40\"");
            case Kind.Date _ -> html.tag("<input type=\"date\"");
            case Kind.Moment _ -> html.tag("<input type=\"datetime-local\"");
            case Kind.PhoneNumber _ -> html.tag("<input type=\"tel\" maxlength=\"40\"");
            case Kind.Email _ -> html.tag("<input type=\"email\" maxlength=\"254\"");
            case Kind.WebLink _ -> html.tag("<input type=\"url\" maxlength=\"2000\"");
            case Kind.Address _, Kind.Many<?> _ -> html.tag("<input type=\"text\" maxlength=\"1000\"");
            case Kind.User _, Kind.Link _, Kind.Booking _, Kind.Attachment _ -> throw new IllegalArgumentException("field '" + field.id() + "' of '" + type.id() + "' can't be asked for in public");
        }
    }

    private void close(Html html, Field<?> field, String typed) {
        switch (field.kind()) {
            // the first line end of a textarea is swallowed by browsers
            case Kind.Text text when text.lines() > 1 -> html.tag(">\n").text(typed).tag("</textarea>");
            case Kind.Choice choice -> {
                html.tag(">");
                option(html, "", "–", typed);
                choice.options().forEach(option -> option(html, option.id(), text(option.name()), typed));
                html.tag("</select>");
            }
            case Kind.YesNo _ -> {
                html.tag(">");
                option(html, "", "–", typed);
                option(html, "true", text(Label.of("documents.yes")), typed);
                option(html, "false", text(Label.of("documents.no")), typed);
                html.tag("</select>");
            }
            default -> html.attribute("value", typed).tag(">");
        }
    }

    private static void option(Html html, String id, String name, String typed) {
        html.tag("<option").attribute("value", id).attributeIf(id.equals(typed), "selected", "selected").tag(">").text(name).tag("</option>");
    }

    private String text(Label label) {
        return labels.text(label, language);
    }
}
