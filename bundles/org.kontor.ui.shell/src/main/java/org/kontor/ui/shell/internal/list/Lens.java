package org.kontor.ui.shell.internal.list;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.people.PersonId;
import org.kontor.ui.shell.internal.filters.Subjects;

/// Which documents of a type are looked at, and how. Kept in the address, so that it can be bookmarked and gone back to.
///
/// `stages` is empty for all of them, in the order of the pipeline otherwise.
record Lens(View view, String words, List<String> stages, Order order, boolean mine, Refinement refined) {
    private static final int LONGEST_WORDS = 200;

    enum View {
        LIST,
        BOARD,
        GROUPS
    }

    /// The field or built-in id to sort by.
    record Order(String by, boolean down) {
        static final Order NEWEST = new Order("id", true);

        private String text() {
            return (down ? "-" : "") + by;
        }
    }

    Lens {
        stages = List.copyOf(stages);
    }

    Lens(View view, String words, List<String> stages, Order order, boolean mine) {
        this(view, words, stages, order, mine, Refinement.NONE);
    }

    /// Everything, newest first.
    static Lens plain() {
        return new Lens(View.LIST, "", List.of(), Order.NEWEST, false);
    }

    /// What an address asks for. What the type does not know (a stage that is gone, a mistyped field) is left out.
    static Lens of(Map<String, String> query, DocumentType type) {
        boolean board = "board".equals(query.get("view")) && type.pipelines().size() == 1;
        View view = board ? View.BOARD : "groups".equals(query.get("view")) ? View.GROUPS : View.LIST;
        Optional<GroupBy> by = GroupBy.of(query.getOrDefault("by", ""), type);
        List<String> columns = Arrays.stream(query.getOrDefault("columns", "").split(",")).filter(id -> ColumnIds.known(id, type)).distinct().toList();
        String words = query.getOrDefault("words", "");
        Set<String> asked = new LinkedHashSet<>(List.of(query.getOrDefault("stage", "").split(",")));
        return new Lens(view, words.substring(0, Math.min(words.length(), LONGEST_WORDS)), known(asked, type),
                order(query.getOrDefault("sort", ""), type), "1".equals(query.get("mine")) && type.responsible().isPresent(), new Refinement(Filter.any(), columns, by, 0));
    }

    /// The query of the address; what is as usual is not in it.
    Map<String, String> address() {
        Map<String, String> query = new LinkedHashMap<>();
        if (view != View.LIST) {
            query.put("view", view.name().toLowerCase(Locale.ROOT));
        }
        refined.by().ifPresent(by -> query.put("by", by.text()));
        if (!refined.columns().isEmpty()) {
            query.put("columns", String.join(",", refined.columns()));
        }
        if (!words.isBlank()) {
            query.put("words", words);
        }
        if (!stages.isEmpty()) {
            query.put("stage", String.join(",", stages));
        }
        if (!order.equals(Order.NEWEST)) {
            query.put("sort", order.text());
        }
        if (mine) {
            query.put("mine", "1");
        }
        return query;
    }

    /// The documents it lets through for a viewer. On a board every stage is shown.
    Filter filter(DocumentType type, PersonId viewer) {
        Filter filter = (words.isBlank() ? Filter.any() : new Filter.Words(words)).and(refined.conditions());
        if (!stages.isEmpty() && view != View.BOARD) {
            filter = filter.and(Filter.stages(stages));
        } else if (!refined.within().isEmpty() && view != View.BOARD) {
            filter = filter.and(Filter.stages(refined.within()));
        }
        Optional<Field<PersonId>> responsible = type.responsible().filter(_ -> mine);
        return responsible.isPresent() ? filter.and(Filter.equal(responsible.get(), viewer)) : filter;
    }

    /// The first `limit` documents in its order.
    Query query(DocumentType type, PersonId viewer, int limit) {
        return new Query(type.id(), filter(type, viewer), order.by(), order.down(), limit, Optional.empty());
    }

    /// Whether it leaves out any document.
    boolean filters() {
        return !words.isBlank() || mine || !stages.isEmpty() && view != View.BOARD || !(refined.conditions() instanceof Filter.Any);
    }

    Lens as(View other) {
        return new Lens(other, words, stages, order, mine, refined);
    }

    Lens saying(String other) {
        return new Lens(view, other, stages, order, mine, refined);
    }

    /// With a stage added or, when it was among them, taken out.
    Lens toggled(String stage, DocumentType type) {
        Set<String> changed = new LinkedHashSet<>(stages);
        if (!changed.remove(stage)) {
            changed.add(stage);
        }
        return new Lens(view, words, known(changed, type), order, mine, refined);
    }

    /// Sorted by a column: first its natural way, then the other, then newest first again.
    Lens sorted(String by, boolean downFirst) {
        Order first = new Order(by, downFirst);
        Order next = !order.by().equals(by) ? first : order.equals(first) ? new Order(by, !downFirst) : Order.NEWEST;
        return new Lens(view, words, stages, next, mine, refined);
    }

    Lens mine(boolean only) {
        return new Lens(view, words, stages, order, only, refined);
    }

    Lens unfiltered() {
        return new Lens(view, "", List.of(), order, false, refined.where(Filter.any()).savedAs(0));
    }

    Lens refined(Refinement other) {
        return new Lens(view, words, stages, order, mine, other);
    }

    /// Whether another lens lets the same through in the same look, whichever saved filter they began with.
    boolean same(Lens other) {
        return refined(refined.savedAs(0).within(List.of())).equals(other.refined(other.refined.savedAs(0).within(List.of())));
    }

    /// Whether a list can be sorted by a field. Of choices, stages, persons and links the same ones stand together then.
    static boolean sorts(Field<?> field) {
        return switch (field.kind()) {
            case Kind.Attachment _, Kind.Address _, Kind.Many<?> _ -> false;
            case Kind.Text text -> text.lines() == 1;
            case Kind.Number _, Kind.Sum _, Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Choice _, Kind.User _, Kind.Link _, Kind.Booking _ -> true;
        };
    }

    private static List<String> known(Collection<String> asked, DocumentType type) {
        return type.pipeline().stream().flatMap(way -> way.stages().stream()).map(stage -> stage.id()).filter(asked::contains).toList();
    }

    static Order order(String text, DocumentType type) {
        boolean down = text.startsWith("-");
        String by = down ? text.substring(1) : text;
        boolean known = Subjects.fields(type).stream().anyMatch(field -> field.id().equals(by) && sorts(field));
        return known ? new Order(by, down) : Order.NEWEST;
    }
}
