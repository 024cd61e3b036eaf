package org.kontor.intake.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.intake.WebForm;

/// What a submission says to a form's questions: values, or what is wrong with which.
record Answers(Values values, Map<String, Label> problems) {

    Answers {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    static Answers of(WebForm form, DocumentType type, Submission submission, Notation notation, Notation.Habits habits) {
        Values values = Values.none();
        Map<String, Label> problems = new LinkedHashMap<>();
        for (WebForm.Question question : form.questions()) {
            Optional<Field<?>> field = type.field(question.fieldId()).filter(Answers::open);
            if (field.isEmpty()) {
                continue;
            }
            switch (read(field.get(), submission, notation, habits)) {
                case Notation.Reading.Value(Object value) -> values = values.withAny(field.get(), value);
                case Notation.Reading.Nothing _ when question.required() || field.get().required() -> problems.put(question.fieldId(), Label.of("intake.required"));
                case Notation.Reading.Nothing _ -> {}
                case Notation.Reading.Refused(Label reason) -> problems.put(question.fieldId(), reason);
            }
        }
        if (form.oneOf().stream().noneMatch(id -> !submission.text(id).isEmpty()) && !form.oneOf().isEmpty()) {
            problems.put(form.oneOf().getFirst(), Label.of("intake.one-of"));
        }
        return new Answers(completed(form, type, submission, values, notation), problems);
    }

    /// Whether a stranger may be asked for the field: persons and documents of the portal are not their business.
    static boolean open(Field<?> field) {
        return !(field.kind() instanceof Kind.User) && !(field.kind() instanceof Kind.Link);
    }

    private static Notation.Reading read(Field<?> field, Submission submission, Notation notation, Notation.Habits habits) {
        boolean lines = field.kind() instanceof Kind.Text text && text.lines() > 1;
        return notation.read(field, lines ? submission.text(field.id()) : submission.line(field.id()), habits);
    }

    private static Values completed(WebForm form, DocumentType type, Submission submission, Values values, Notation notation) {
        Values all = values;
        for (Map.Entry<String, String> fixed : form.fixed().entrySet()) {
            Optional<Field<?>> field = type.field(fixed.getKey());
            if (field.isPresent() && notation.read(field.get(), fixed.getValue(), Notation.Habits.MACHINE) instanceof Notation.Reading.Value(Object value)) {
                all = all.withAny(field.get(), value);
            }
        }
        return all.get(type.title()).isPresent() ? all : all.with(type.title(), title(form, type, submission));
    }

    private static Optional<String> title(WebForm form, DocumentType type, Submission submission) {
        List<String> parts = form.titleFrom().stream().map(submission::line).filter(part -> !part.isEmpty()).toList();
        int longest = type.title().kind() instanceof Kind.Text text ? text.longest() : 250;
        return Optional.of(String.join(", ", parts)).filter(title -> !title.isEmpty()).map(title -> title.length() <= longest ? title : title.substring(0, longest - 1) + "…");
    }
}
