package org.kontor.ui.shell.internal.trash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Trash;
import org.kontor.api.documents.Trash.Thrown;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;

class TrashFeedTest {
    private final List<String> read = new ArrayList<>();
    private final Map<String, List<Trash.Page>> pages = Map.of(
            "deal", List.of(page("deal", "1", 90, 50), page("deal", "", 40)),
            "lead", List.of(page("lead", "", 80, 60, 10)),
            "task", List.of(page("task", "")));

    @Test
    void mixesTheTypesByTheMomentOfDeleting() {
        TrashFeed feed = feed();

        assertThat(feed.take(10)).extracting(each -> each.since().getEpochSecond()).containsExactly(90L, 80L, 60L, 50L, 40L, 10L);
        assertThat(feed.more()).isFalse();
    }

    @Test
    void readsAFurtherPageOnlyWhenTheFirstIsUsedUp() {
        TrashFeed feed = feed();

        feed.take(2);

        assertThat(read).containsExactly("deal", "lead", "task");
        assertThat(feed.more()).isTrue();
    }

    private TrashFeed feed() {
        return new TrashFeed(List.of("deal", "lead", "task"), (typeId, after) -> {
            read.add(typeId + after.orElse(""));
            return pages.get(typeId).get(after.map(Integer::parseInt).orElse(0));
        });
    }

    private static Trash.Page page(String typeId, String next, long... seconds) {
        List<Thrown> thrown = new ArrayList<>();
        for (long second : seconds) {
            Instant since = Instant.ofEpochSecond(second);
            Document document = new Document(new DocumentRef(typeId, second), 1, Optional.empty(), Optional.empty(), Values.none(), Optional.empty(), since, since);
            thrown.add(new Thrown(document, since, new Actor.Robot("test")));
        }
        return new Trash.Page(thrown, Optional.of(next).filter(text -> !text.isEmpty()));
    }
}
