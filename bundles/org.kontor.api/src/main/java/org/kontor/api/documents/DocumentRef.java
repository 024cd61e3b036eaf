package org.kontor.api.documents;

/// Points to a document: its type and its number within the type. Written `lead/1024`.
public record DocumentRef(String type, long id) {
    public DocumentRef {
        if (type.isBlank() || id < 1) {
            throw new IllegalArgumentException("a document is named by type and number from 1, not '" + type + "/" + id + "'");
        }
    }

    /// Reads `lead/1024`.
    ///
    /// @throws IllegalArgumentException when the text is not of this form
    public static DocumentRef parse(String text) {
        int slash = text.lastIndexOf('/');
        try {
            return new DocumentRef(text.substring(0, Math.max(slash, 0)), Long.parseLong(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("document '" + text + "' is not of the form type/number, as in lead/1024", e);
        }
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
