package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.SavedFilters;
import org.kontor.api.documents.SavedFilters.Look;
import org.kontor.api.documents.SavedFilters.SavedFilter;
import org.kontor.api.people.Actor;
import org.kontor.storage.Engine;
import org.kontor.testkit.FixedPeople;

class SavedFiltersTest {
    private static final Look LOOK = new Look(Filter.equal(QueryDesk.SOURCE, "web"), "amount", true, List.of("title", "amount"), "board");

    private static SavedFilters filters(QueryDesk desk) {
        return new StoredFilters(desk.database.database(), desk.desk.types(), desk.rights,
                new FilterConditions(desk.desk.types(), desk.desk.notation(), desk.database.database(), desk.rights));
    }

    private static SavedFilter saved(SavedFilters filters, SavedFilter filter, Actor actor) {
        return ((Amendment.Done<SavedFilter>) filters.save(filter, actor)).now();
    }

    private static List<String> names(SavedFilters filters, Actor actor) {
        return filters.of("deal", actor).stream().map(SavedFilter::name).toList();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsPrivateOnesToTheirOwnerAndSharedOnesToAll(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            SavedFilters filters = filters(desk);
            SavedFilter mine = saved(filters, SavedFilter.of("deal", "Mine", LOOK), FixedPeople.ANNA);
            saved(filters, SavedFilter.of("deal", "Ours", LOOK).sharing(true), FixedPeople.ADMIN);

            assertThat(names(filters, FixedPeople.ANNA)).containsExactly("Mine", "Ours");
            assertThat(names(filters, FixedPeople.IVAN)).containsExactly("Ours");
            assertThat(filters.find(mine.id(), FixedPeople.IVAN)).isEmpty();
            assertThat(filters.find(mine.id(), FixedPeople.ANNA).orElseThrow().look()).isEqualTo(LOOK);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void letsOnlyWhoMayConfigureChangeSharedOnes(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            SavedFilters filters = filters(desk);
            SavedFilter ours = saved(filters, SavedFilter.of("deal", "Ours", LOOK).sharing(true), FixedPeople.ADMIN);
            SavedFilter mine = saved(filters, SavedFilter.of("deal", "Mine", LOOK), FixedPeople.ANNA);

            assertThat(filters.save(ours.named("Theirs"), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
            assertThat(filters.save(ours.sharing(false), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
            assertThat(filters.save(mine.sharing(true), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
            assertThat(filters.delete(ours.id(), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
            assertThat(filters.delete(mine.id(), FixedPeople.IVAN)).isInstanceOf(Amendment.Refused.class);
            assertThat(filters.delete(mine.id(), FixedPeople.ANNA)).isInstanceOf(Amendment.Done.class);
            assertThat(saved(filters, ours.named("All of ours"), FixedPeople.ADMIN).name()).isEqualTo("All of ours");
            assertThat(filters.save(SavedFilter.of("deal", " ", LOOK), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void startsWithOnesOwnChoiceElseWithThatForAll(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            SavedFilters filters = filters(desk);
            SavedFilter mine = saved(filters, SavedFilter.of("deal", "Mine", LOOK), FixedPeople.ANNA);
            SavedFilter ours = saved(filters, SavedFilter.of("deal", "Ours", LOOK).sharing(true), FixedPeople.ADMIN);

            assertThat(filters.start("deal", FixedPeople.ANNA)).isEmpty();
            assertThat(filters.startAllWith("deal", ours.id(), FixedPeople.ANNA)).isInstanceOf(Amendment.Refused.class);
            filters.startAllWith("deal", ours.id(), FixedPeople.ADMIN);
            filters.startWith("deal", mine.id(), FixedPeople.ANNA);

            assertThat(filters.start("deal", FixedPeople.ANNA)).contains(mine);
            assertThat(filters.start("deal", FixedPeople.IVAN)).contains(ours);
            assertThat(filters.startWith("deal", mine.id(), FixedPeople.IVAN)).isInstanceOf(Amendment.Refused.class);

            filters.startWith("deal", 0, FixedPeople.ANNA);
            assertThat(filters.start("deal", FixedPeople.ANNA)).contains(ours);
            filters.delete(ours.id(), FixedPeople.ADMIN);
            assertThat(filters.start("deal", FixedPeople.ANNA)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesALookIntoAnAddressAndReadsItBack(Engine engine) {
        try (QueryDesk desk = new QueryDesk(engine)) {
            SavedFilters filters = filters(desk);

            String address = filters.address("deal", LOOK);

            assertThat(address).matches("[A-Za-z0-9_-]+");
            assertThat(filters.look("deal", address)).contains(LOOK);
            assertThat(filters.look("contact", address)).isEqualTo(Optional.empty());
            assertThat(filters.look("deal", "no/address")).isEmpty();
        }
    }
}
