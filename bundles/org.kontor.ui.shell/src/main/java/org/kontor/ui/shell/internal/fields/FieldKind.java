package org.kontor.ui.shell.internal.fields;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;

/// The kinds of fields as people tell them apart (FLD-10, 24). Named by the labels `fields.kind.<constant>`.
enum FieldKind {
    TEXT("type"),
    LONG_TEXT("file-text"),
    NUMBER("hash"),
    MONEY("banknote"),
    YES_NO("square-check-big"),
    DATE("calendar"),
    MOMENT("clock"),
    CHOICE("list"),
    DIRECTORY("library"),
    SECTION("folder-tree"),
    USER("user"),
    PHONE("phone"),
    EMAIL("mail"),
    WEB("globe"),
    LINK("link"),
    FILE("paperclip"),
    ADDRESS("map-pin"),
    BOOKING("calendar-days");

    private static final int SHORT = 250;
    private static final int LONG = 20_000;

    private final String icon;

    FieldKind(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    /// Those that can be chosen for a new field: bookings come with their module.
    static List<FieldKind> offered() {
        return Arrays.stream(values()).filter(kind -> kind != BOOKING).toList();
    }

    static FieldKind of(Kind<?> kind, DocumentTypes types) {
        return switch (kind) {
            case Kind.Text text -> text.longest() > SHORT ? LONG_TEXT : TEXT;
            case Kind.Number _ -> NUMBER;
            case Kind.Sum _ -> MONEY;
            case Kind.YesNo _ -> YES_NO;
            case Kind.Date _ -> DATE;
            case Kind.Moment _ -> MOMENT;
            case Kind.Choice choice -> choice.directory().isEmpty() ? CHOICE : choice.directory().flatMap(types::find).filter(DocumentType::custom).isPresent() ? SECTION : DIRECTORY;
            case Kind.User _ -> USER;
            case Kind.PhoneNumber _ -> PHONE;
            case Kind.Email _ -> EMAIL;
            case Kind.WebLink _ -> WEB;
            case Kind.Link _ -> LINK;
            case Kind.Attachment _ -> FILE;
            case Kind.Address _ -> ADDRESS;
            case Kind.Booking _ -> BOOKING;
            case Kind.Many<?> many -> of(many.of(), types);
        };
    }

    /// What a new field of this kind starts with.
    Kind<?> fresh() {
        return switch (this) {
            case TEXT -> new Kind.Text(SHORT, 1);
            case LONG_TEXT -> new Kind.Text(LONG, 4);
            case NUMBER -> new Kind.Number(0);
            case MONEY -> new Kind.Sum("EUR");
            case YES_NO -> new Kind.YesNo();
            case DATE -> new Kind.Date();
            case MOMENT -> new Kind.Moment();
            case CHOICE -> new Kind.Choice(List.of());
            case DIRECTORY, SECTION -> new Kind.Choice(List.of(), Optional.of(""));
            case USER -> new Kind.User();
            case PHONE -> new Kind.PhoneNumber();
            case EMAIL -> new Kind.Email();
            case WEB -> new Kind.WebLink();
            case LINK -> new Kind.Link(List.of());
            case FILE -> new Kind.Attachment();
            case ADDRESS -> new Kind.Address();
            case BOOKING -> new Kind.Booking();
        };
    }

    /// Whether a field of it can hold several values.
    boolean repeats() {
        return this != YES_NO && this != BOOKING;
    }

    /// Whether its value can follow from other fields.
    boolean computes() {
        return this == NUMBER || this == MONEY;
    }

    boolean chooses() {
        return this == CHOICE || this == DIRECTORY || this == SECTION;
    }
}
