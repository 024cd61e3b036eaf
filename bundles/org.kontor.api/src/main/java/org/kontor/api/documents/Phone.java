package org.kontor.api.documents;

/// A telephone number in international form, as in `+390612345678` (ITU-T E.164).
public record Phone(String number) {
    public Phone {
        if (!number.matches("\\+[1-9][0-9]{3,14}")) {
            throw new IllegalArgumentException("phone number '" + number + "' is not of the form +390612345678");
        }
    }
}
