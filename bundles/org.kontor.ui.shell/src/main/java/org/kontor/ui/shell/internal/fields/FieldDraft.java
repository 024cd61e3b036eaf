package org.kontor.ui.shell.internal.fields;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Field.Trait;
import org.kontor.api.documents.FieldRule;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Preset;
import org.kontor.api.labels.Label;

/// A field while it is edited. `fresh` until it is stored for the first time: then id, kind and multiplicity stay (FLD-7, 10).
final class FieldDraft {
    private final boolean fresh;
    private Field<?> now;

    private FieldDraft(boolean fresh, Field<?> start) {
        this.fresh = fresh;
        this.now = start;
    }

    static FieldDraft fresh() {
        return new FieldDraft(true, Field.text("field").with(Trait.CUSTOM));
    }

    static FieldDraft of(Field<?> stored) {
        return new FieldDraft(false, stored);
    }

    boolean isFresh() {
        return fresh;
    }

    Field<?> now() {
        return now;
    }

    /// The kind of one value.
    Kind<?> one() {
        return now.kind() instanceof Kind.Many<?> many ? many.of() : now.kind();
    }

    boolean many() {
        return now.kind() instanceof Kind.Many<?>;
    }

    boolean computed() {
        return now.computation().isPresent();
    }

    void name(Optional<Label> name) {
        now = new Field<>(now.id(), erased(), name, now.traits(), now.preset(), now.computation(), now.rules(), now.display(), now.sort());
    }

    /// @throws IllegalArgumentException when it can't be an id
    void id(String id) {
        now = new Field<>(id, erased(), now.name(), now.traits(), now.preset(), now.computation(), now.rules(), now.display(), now.sort());
    }

    /// Takes another kind; what was set for the former one is forgotten.
    void kind(FieldKind kind) {
        boolean many = many() && kind.repeats();
        Kind<?> fresh = kind.fresh();
        int rows = fresh instanceof Kind.Text text ? text.lines() : 1;
        now = now.<Object>withKind(cast(fresh)).startingWith(new Preset.None()).shownAs(new Display(Display.Appearance.LIST, rows, Optional.empty()));
        compute(Optional.empty());
        several(many);
    }

    /// Changes the kind of one value, in what may change.
    void one(Kind<?> kind) {
        now = now.<Object>withKind(cast(many() ? new Kind.Many<>(cast(kind)) : kind));
    }

    /// One value or several; a default of the other way is forgotten.
    void several(boolean wanted) {
        if (wanted != many()) {
            now = now.<Object>withKind(cast(wanted ? new Kind.Many<>(cast(one())) : one())).startingWith(new Preset.None());
        }
    }

    void preset(Preset preset) {
        now = now.startingWith(preset);
    }

    void display(UnaryOperator<Display> change) {
        now = now.shownAs(change.apply(now.display()));
    }

    void trait(Trait trait, boolean wanted) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(now.traits());
        if (wanted) {
            traits.add(trait);
        } else {
            traits.remove(trait);
        }
        now = new Field<>(now.id(), erased(), now.name(), traits, now.preset(), now.computation(), now.rules(), now.display(), now.sort());
    }

    void sort(int place) {
        now = now.at(place);
    }

    void compute(Optional<Computation> way) {
        now = new Field<>(now.id(), erased(), now.name(), now.traits(), way.isPresent() ? new Preset.None() : now.preset(), way, now.rules(), now.display(), now.sort());
    }

    /// When an effect holds; for all documents when no rule says so. Several rules of an effect hold if one of them does.
    Filter when(FieldRule.Effect effect) {
        List<Filter> all = now.rules().stream().filter(rule -> rule.effect() == effect).map(FieldRule::when).toList();
        return all.isEmpty() ? Filter.any() : all.size() == 1 ? all.getFirst() : new Filter.Or(all);
    }

    void rule(FieldRule.Effect effect, Filter when) {
        List<FieldRule> rules = new ArrayList<>(now.rules().stream().filter(rule -> rule.effect() != effect).toList());
        if (!(when instanceof Filter.Any)) {
            rules.add(new FieldRule(effect, when));
        }
        now = now.ruledBy(rules.toArray(FieldRule[]::new));
    }

    private Kind<Object> erased() {
        return cast(now.kind());
    }

    @SuppressWarnings("unchecked")
    private static Kind<Object> cast(Kind<?> kind) {
        return (Kind<Object>) kind;
    }
}
