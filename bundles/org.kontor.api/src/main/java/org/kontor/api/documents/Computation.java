package org.kontor.api.documents;

import java.util.Optional;

/// How the value of a read-only field follows from others. It is kept with the document and brought up to date in the transaction that changes what it
/// follows from, so it can be listed, filtered and sorted by like any other.
public sealed interface Computation {
    /// A number or sum from other fields of the same document: field ids, numbers, `+ - * /`, brackets, and `round(x, digits)`, `min`, `max`, `if(a > b, x, y)`. A
    /// field without value makes it have none.
    record Formula(String expression) implements Computation {}

    /// A figure over the documents of `typeId` that link here with `linkField`; those in the trash don't count. `fieldId` is a number or sum of theirs, for all but [How#COUNT].
    record RollUp(String typeId, String linkField, How how, Optional<String> fieldId) implements Computation {
        public enum How {
            COUNT,
            SUM,
            LEAST,
            GREATEST
        }
    }
}
