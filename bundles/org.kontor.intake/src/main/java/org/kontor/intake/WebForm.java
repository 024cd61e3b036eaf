package org.kontor.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;

/// A public page that asks for some fields of a new document.
///
/// `id` is the last part of its address, `typeId` what it opens. `heading` and `lead` stand above the questions, `thanks` is said afterwards.
/// When the type's title is not among the questions it is made of what was answered to `titleFrom`, separated by commas. Of the fields in
/// `oneOf` at least one must be answered (empty: none need be). `fixed` are values that are not asked for, as the portal's machines write
/// them.
public record WebForm(
        String id,
        String typeId,
        Label heading,
        Label lead,
        Label thanks,
        List<Question> questions,
        List<String> oneOf,
        List<String> titleFrom,
        Map<String, String> fixed) {

    /// Asks for a field. `name` overrides the field's own; `autofill` tells browsers what it is (HTML `autocomplete`), `off` for nothing known.
    /// Fields that hold a person or another document are not asked for on a public page.
    public record Question(String fieldId, boolean required, Optional<Label> name, String autofill) {}

    public WebForm {
        questions = List.copyOf(questions);
        oneOf = List.copyOf(oneOf);
        titleFrom = List.copyOf(titleFrom);
        fixed = Map.copyOf(fixed);
        if (!id.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException("web form id '" + id + "' must be 1 to 50 small letters, digits and dashes, the first a letter");
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("web form '" + id + "' asks nothing");
        }
    }
}
