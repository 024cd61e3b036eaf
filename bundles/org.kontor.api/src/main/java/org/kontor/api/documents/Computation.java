package org.kontor.api.documents;

import java.util.Optional;

/// How the value of a read-only field follows from others. It is kept with the document and brought up to date in the transaction that changes what it
/// follows from, so it can be listed, filtered and sorted by like any other. The field is a [Kind.Number] or a [Kind.Sum]. When a computation is
/// added or changed, documents that are there already follow in the background. None may follow from itself, however indirectly.
public sealed interface Computation {
    /// A number or sum from other fields of the same document: field ids, numbers, `+ - * /`, comparisons, brackets, and `round(x, digits)`, `min`, `max`,
    /// `if(a > b, x, y)`; at most 500 characters, 100 levels deep. A field without value makes it have none; so do a division by zero and a result that
    /// does not fit. Sums count as their decimal numbers: the result has their currency, the field's own when there are none, and no value
    /// when they differ.
    record Formula(String expression) implements Computation {}

    /// A figure over the documents of `typeId` that link here with `linkField`; those in the trash don't count. `fieldId` is a number or sum of theirs, for all but
    /// [How#COUNT]. Sums of several currencies are converted into the field's own by the day's [Rates]; where a rate is missing there is no value.
    record RollUp(String typeId, String linkField, How how, Optional<String> fieldId) implements Computation {
        public enum How {
            COUNT,
            SUM,
            LEAST,
            GREATEST
        }
    }
}
