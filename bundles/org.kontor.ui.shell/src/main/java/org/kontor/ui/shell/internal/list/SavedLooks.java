package org.kontor.ui.shell.internal.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.SavedFilters.Look;
import org.kontor.api.documents.SavedFilters.SavedFilter;
import org.kontor.ui.shell.internal.filters.InZone;

/// Lenses as addresses and as saved filters.
///
/// An address holds what is looked at, so that a copied one shows the same to everybody; one of an unchanged shared filter holds just its number, and follows the filter.
final class SavedLooks {
    private static final String SAVED = "saved";
    private static final String FILTER = "filter";
    private static final String ORDER = "order";

    private final Showing showing;

    SavedLooks(Showing showing) {
        this.showing = showing;
    }

    /// What an address asks for; an empty one for what the viewer's list starts with.
    Lens lens(Map<String, String> query) {
        if (query.isEmpty()) {
            return showing.portal().savedFilters.start(showing.type().id(), showing.tab().actor()).map(this::lens).orElseGet(Lens::plain);
        }
        Optional<SavedFilter> saved = saved(query.getOrDefault(SAVED, ""));
        if (saved.isPresent() && query.size() == 1) {
            return lens(saved.get());
        }
        Lens plain = Lens.of(query, showing.type());
        Filter conditions = showing.portal().savedFilters.look(showing.type().id(), query.getOrDefault(FILTER, "")).map(Look::filter).map(this::inZone).orElse(Filter.any());
        return plain.refined(plain.refined().where(conditions).savedAs(saved.map(SavedFilter::id).orElse(0L)));
    }

    private Optional<SavedFilter> saved(String id) {
        return id.matches("[1-9][0-9]{0,17}")
                ? showing.portal().savedFilters.find(Long.parseLong(id), showing.tab().actor()).filter(each -> each.typeId().equals(showing.type().id()))
                : Optional.empty();
    }

    /// The saved filter a lens began with.
    Optional<SavedFilter> saved(Lens lens) {
        return saved(Long.toString(lens.refined().saved()));
    }

    Map<String, String> address(Lens lens) {
        Optional<SavedFilter> saved = saved(lens);
        if (saved.filter(some -> some.shared() && lens.same(lens(some))).isPresent()) {
            return Map.of(SAVED, Long.toString(lens.refined().saved()));
        }
        Map<String, String> address = new LinkedHashMap<>(lens.address());
        if (!(lens.refined().conditions() instanceof Filter.Any)) {
            Look look = new Look(lens.refined().conditions(), "id", true, List.of(), "");
            address.put(FILTER, showing.portal().savedFilters.address(showing.type().id(), look));
        }
        saved.ifPresent(some -> address.put(SAVED, Long.toString(some.id())));
        if (address.isEmpty() && startsElsewhere() || address.keySet().equals(Set.of(SAVED))) {
            address.put(ORDER, "newest");
        }
        return address;
    }

    private boolean startsElsewhere() {
        return showing.portal().savedFilters.start(showing.type().id(), showing.tab().actor()).isPresent();
    }

    /// What is saved of a lens.
    Look look(Lens lens) {
        String view = lens.view().name().toLowerCase(Locale.ROOT) + lens.refined().by().map(by -> " " + by.text()).orElse("");
        return new Look(joined(said(lens)), lens.order().by(), lens.order().down(), lens.refined().columns(), view);
    }

    /// Words, stages, "mine" and conditions side by side, as [#lens(SavedFilter)] reads them.
    private List<Filter> said(Lens lens) {
        List<Filter> parts = new ArrayList<>();
        if (!lens.words().isBlank()) {
            parts.add(new Filter.Words(lens.words()));
        }
        if (!lens.stages().isEmpty()) {
            parts.add(Filter.stages(lens.stages()));
        }
        if (lens.mine()) {
            showing.type().responsible().ifPresent(field -> parts.add(Filter.equal(field, showing.tab().person().id())));
        }
        parts.addAll(parts(lens.refined().conditions()));
        return parts;
    }

    /// The lens a saved filter stands for: words, stages and "mine" where they are in its filter, the rest as conditions.
    Lens lens(SavedFilter saved) {
        Look look = saved.look();
        List<Filter> rest = new ArrayList<>();
        String words = "";
        List<String> stages = List.of();
        boolean mine = false;
        for (Filter part : parts(inZone(look.filter()))) {
            if (part instanceof Filter.Words(String text) && words.isEmpty()) {
                words = text;
            } else if (part instanceof Filter.In in && in.fieldId().equals("stage") && stages.isEmpty() && rest.isEmpty()) {
                stages = ordered(in.values());
            } else if (showing.type().responsible().filter(field -> part.equals(Filter.equal(field, showing.tab().person().id()))).isPresent()) {
                mine = true;
            } else {
                rest.add(part);
            }
        }
        String[] view = look.view().split(" ", 2);
        Optional<GroupBy> by = view.length < 2 ? Optional.empty() : GroupBy.of(view[1], showing.type());
        Refinement refined = new Refinement(joined(rest), look.columns(), by, saved.id());
        return new Lens(view(view[0]), words, stages, Lens.order((look.descending() ? "-" : "") + look.sortBy(), showing.type()), mine, refined);
    }

    private Lens.View view(String name) {
        return switch (name) {
            case "board" -> showing.way().isPresent() ? Lens.View.BOARD : Lens.View.LIST;
            case "groups" -> Lens.View.GROUPS;
            default -> Lens.View.LIST;
        };
    }

    private List<String> ordered(List<Object> stages) {
        Set<String> asked = stages.stream().map(Object::toString).collect(Collectors.toSet());
        return showing.type().pipelines().stream().flatMap(way -> way.stages().stream()).map(stage -> stage.id()).filter(asked::contains).toList();
    }

    private static List<Filter> parts(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> List.of();
            case Filter.And(List<Filter> parts) -> parts;
            case Filter other -> List.of(other);
        };
    }

    private static Filter joined(List<Filter> parts) {
        return parts.isEmpty() ? Filter.any() : parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private Filter inZone(Filter filter) {
        return InZone.of(filter, showing.tab().habits().zone());
    }
}
