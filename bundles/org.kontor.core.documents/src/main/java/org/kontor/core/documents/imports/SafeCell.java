package org.kontor.core.documents.imports;

import java.util.regex.Pattern;

/// Cells in files that people open in a spreadsheet, which takes a text beginning with `=`, `+`, `-`, `@`, a tab or a line end for a formula: such
/// a text gets an apostrophe in front, unless it is a plain number. Reading takes it away again.
public final class SafeCell {
    private static final Pattern DANGEROUS = Pattern.compile("\\s*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9 ().,]*");
    private static final Pattern GUARDED = Pattern.compile("'\\s*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private SafeCell() {}

    public static String given(String text) {
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    public static String taken(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
