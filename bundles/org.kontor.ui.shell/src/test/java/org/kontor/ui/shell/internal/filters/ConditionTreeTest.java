package org.kontor.ui.shell.internal.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.SavedFilters;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.FilterConditions;
import org.kontor.core.documents.StoredFilters;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;
import org.kontor.ui.shell.internal.filters.ConditionTree.Part;

/// Filters of lists (UI-4, FLD-8): what is built is kept whole, in the tree, in the filter, in the address.
class ConditionTreeTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final AllKinds ALL = new AllKinds();

    @Test
    void readsEveryConditionBackFromItsFilter() {
        List<Condition> all = ALL.conditions();
        assertThat(all.size()).isGreaterThan(200);
        for (Condition condition : all) {
            assertThat(Condition.of(condition.filter(ROME), ALL.subjects()).filter(condition::equals).isPresent()).as(name(condition)).isTrue();
        }
    }

    @Test
    void readsWhatWasBuiltBackFromItsFilter() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            ConditionTree tree = built(random);

            Filter filter = tree.filter(ROME);

            ConditionTree read = ConditionTree.of(filter, ALL.subjects());
            assertThat(read.filter(ROME)).isEqualTo(filter);
            assertThat(read.parts()).noneMatch(Part.Other.class::isInstance);
        }
    }

    @Test
    void keepsWhatItCantSayAsItIs() {
        Filter strange = new Filter.Not(new Filter.Or(List.of(new Filter.Empty("title"), new Filter.Words("rossi"))));
        Filter filter = new Filter.And(List.of(new Filter.Empty("one2"), strange));

        assertThat(ConditionTree.of(filter, ALL.subjects()).filter(ROME)).isEqualTo(filter);
    }

    @Test
    void meansTodayOfWhoLooks() {
        Filter roman = new Filter.Or(List.of(new Filter.Not(new Filter.Within("created", Period.today(), ROME)), new Filter.Empty("title")));

        assertThat(InZone.of(roman, ZoneId.of("Asia/Tokyo")))
                .isEqualTo(new Filter.Or(List.of(new Filter.Not(new Filter.Within("created", Period.today(), ZoneId.of("Asia/Tokyo"))), new Filter.Empty("title"))));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void goesIntoAnAddressAndBackAndIsUnderstoodByTheDatabase(Engine engine) {
        try (TestPortal portal = TestPortal.open(engine, List.of(ALL))) {
            Actor admin = new Actor.Human(portal.administrator("ada").id());
            SavedFilters saved = new StoredFilters(portal.database().database(), portal.types(), portal.access(),
                    new FilterConditions(portal.types(), portal.notation(), portal.database().database(), portal.access()));
            Documents documents = portal.documents();
            String typeId = ALL.type().id();

            for (Condition condition : ALL.conditions()) {
                Filter filter = condition.filter(ROME);
                String address = saved.address(typeId, new SavedFilters.Look(filter, "id", true, List.of(), ""));
                assertThat(saved.look(typeId, address).map(SavedFilters.Look::filter)).as(name(condition)).contains(filter);
                assertThat(documents.find(Query.newest(typeId).where(filter), admin).documents()).as(name(condition)).isEmpty();
            }
        }
    }

    private static String name(Condition condition) {
        return condition.subject().key() + " " + condition.comparison();
    }

    private static ConditionTree built(Random random) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            parts.add(random.nextInt(3) == 0 ? new Part.Some(random.nextBoolean(), List.of(any(random), any(random), any(random))) : new Part.One(any(random)));
        }
        return new ConditionTree(random.nextBoolean(), parts);
    }

    private static Condition any(Random random) {
        List<Condition> all = ALL.conditions();
        return all.get(random.nextInt(all.size()));
    }
}
