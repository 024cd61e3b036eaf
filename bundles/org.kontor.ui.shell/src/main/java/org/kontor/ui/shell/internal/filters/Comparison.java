package org.kontor.ui.shell.internal.filters;

import java.util.List;
import org.kontor.api.documents.Kind;

/// How a field is compared, in the words of people.
public enum Comparison {
    IS(Needs.ONE),
    IS_NOT(Needs.ONE),
    CONTAINS(Needs.PART),
    CONTAINS_NOT(Needs.PART),
    STARTS_WITH(Needs.PART),
    AT_LEAST(Needs.ONE),
    AT_MOST(Needs.ONE),
    GREATER(Needs.ONE),
    LESS(Needs.ONE),
    BETWEEN(Needs.TWO),
    ANY_OF(Needs.SOME),
    NONE_OF(Needs.SOME),
    /// In a period beside today.
    WITHIN(Needs.PERIOD),
    /// Before today.
    OVERDUE(Needs.NOTHING),
    EMPTY(Needs.NOTHING),
    FILLED(Needs.NOTHING);

    /// What it is compared with.
    public enum Needs {
        NOTHING,
        ONE,
        /// A part of a text.
        PART,
        TWO,
        SOME,
        PERIOD
    }

    private static final List<Comparison> TEXT = List.of(CONTAINS, CONTAINS_NOT, IS, IS_NOT, STARTS_WITH, EMPTY, FILLED);
    private static final List<Comparison> AMOUNT = List.of(AT_LEAST, AT_MOST, GREATER, LESS, BETWEEN, IS, IS_NOT, EMPTY, FILLED);
    private static final List<Comparison> DAY = List.of(WITHIN, OVERDUE, BETWEEN, AT_LEAST, AT_MOST, IS, EMPTY, FILLED);
    private static final List<Comparison> MOMENT = List.of(WITHIN, OVERDUE, BETWEEN, AT_LEAST, AT_MOST, EMPTY, FILLED);
    private static final List<Comparison> AMONG = List.of(ANY_OF, NONE_OF, EMPTY, FILLED);
    private static final List<Comparison> PARTS = List.of(CONTAINS, CONTAINS_NOT, EMPTY, FILLED);
    private static final List<Comparison> SAME = List.of(IS, IS_NOT, EMPTY, FILLED);
    private static final List<Comparison> THERE = List.of(FILLED, EMPTY);

    private final Needs needs;

    Comparison(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }

    /// Those that make sense for values of a kind, the most useful first; never empty.
    public static List<Comparison> of(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.Email _, Kind.WebLink _, Kind.PhoneNumber _ -> TEXT;
            case Kind.Number _, Kind.Sum _ -> AMOUNT;
            case Kind.Date _ -> DAY;
            case Kind.Moment _ -> MOMENT;
            case Kind.YesNo _ -> SAME;
            case Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _ -> AMONG;
            case Kind.Address _ -> PARTS;
            case Kind.Attachment _ -> THERE;
            case Kind.Many<?> many -> ofMany(many.of());
        };
    }

    /// Many values have no order.
    private static List<Comparison> ofMany(Kind<?> kind) {
        return switch (kind) {
            case Kind.Text _, Kind.Email _, Kind.WebLink _, Kind.PhoneNumber _ -> TEXT;
            case Kind.Number _, Kind.Sum _, Kind.Date _, Kind.Moment _, Kind.YesNo _ -> SAME;
            case Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _, Kind.Address _, Kind.Attachment _, Kind.Many<?> _ -> of(kind);
        };
    }
}
