package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Total;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Engine;
import org.kontor.testkit.ClassPathLabels;
import org.kontor.testkit.FixedPeople;
import org.kontor.testkit.TestDatabase;

/// A statement finds what a grant covers, for few persons and for many (ACL-5..14).
class GrantSqlTest {
    private static final Field<String> TITLE = Field.text("title");
    private static final Field<PersonId> OWNER = Field.of("owner", new Kind.User());
    private static final Field<BigDecimal> POINTS = Field.of("points", new Kind.Number(0));
    private static final List<Stage> STAGES = List.of(stage("new", Stage.Meaning.INITIAL), stage("talks", Stage.Meaning.IN_WORK), stage("won", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST));
    private static final DocumentType DEAL = new DocumentType("deal", "coins", List.of(TITLE, OWNER, POINTS), TITLE, Optional.of(OWNER), Optional.of(new Pipeline("deal", Label.verbatim("Deals"), STAGES)), true);
    private static final Actor ROBOT = new Actor.Robot("test");
    private static final PersonId ME = new PersonId(2);
    /// The others are there only to make theirs many.
    private static final Query DEALS = Query.newest("deal").where(new Filter.Compare("title", Filter.Operator.STARTS_WITH, "deal "));
    private static final Comparator<Document> ENTERED_LAST = Comparator.comparing((Document document) -> document.stageSince().orElseThrow()).thenComparing(document -> document.ref().id()).reversed();

    private static Stage stage(String id, Stage.Meaning meaning) {
        return new Stage(id, Label.verbatim(id), meaning, 1);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsWhatAGrantCovers(Engine engine) {
        try (TestDatabase database = TestDatabase.open(engine)) {
            GivenGrant access = new GivenGrant();
            Documents documents = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), access, List.of(), DEAL).documents();
            List<Document> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                Values values = Values.none().with(TITLE, "deal " + i).with(POINTS, BigDecimal.valueOf(i)).with(DocumentType.OPEN, i % 7 == 0);
                Optional<String> stage = Optional.of(STAGES.get(i % 4).id());
                all.add(((Creation.Created) documents.create("deal", i % 5 == 0 ? values : values.with(OWNER, new PersonId(i % 3 + 1)), stage, ROBOT)).document());
            }

            expectWhatIsCovered(documents, access, all);
        }
    }

    /// What many documents fulfil is asked for in another way than what few do.
    @ParameterizedTest
    @EnumSource(Engine.class)
    void findsItAmongMany(Engine engine) {
        try (TestDatabase database = TestDatabase.open(engine)) {
            GivenGrant access = new GivenGrant();
            Documents documents = new DocumentsDesk(database, new ClassPathLabels("org.kontor.core.documents"), new FixedPeople(), access, List.of(), DEAL).documents();
            documents.createAll("deal", IntStream.rangeClosed(0, Rarity.FEW + 10).mapToObj(i -> Values.none().with(TITLE, "other " + i).with(OWNER, new PersonId(2))).toList(), Optional.of("talks"), ROBOT);
            List<Document> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(((Creation.Created) documents.create("deal", Values.none().with(TITLE, "deal " + i).with(POINTS, BigDecimal.valueOf(i)).with(OWNER, new PersonId(i % 3 + 1)), Optional.of(STAGES.get(i % 4).id()), ROBOT)).document());
            }

            expectWhatIsCovered(documents, access, all);
        }
    }

    private static void expectWhatIsCovered(Documents documents, GivenGrant access, List<Document> all) {
        for (Grant grant : grants()) {
            access.grant = grant;
            List<Document> covered = all.stream().filter(document -> grant.covers(DEAL.subject(document))).toList();
            List<DocumentRef> newest = covered.stream().map(Document::ref).sorted(Comparator.comparing(DocumentRef::id).reversed()).toList();
            assertThat(page(documents, DEALS.limited(200))).as("newest, " + grant).isEqualTo(newest);
            assertThat(walked(documents, DEALS.limited(7))).as("page by page, " + grant).isEqualTo(newest);
            assertThat(page(documents, DEALS.limited(200).sorted("title", false))).as("by title, " + grant).containsExactlyInAnyOrderElementsOf(newest);
            assertThat(columns(documents)).as("board, " + grant).isEqualTo(STAGES.stream().map(stage -> column(stage, covered)).toList());
        }
    }

    private static List<DocumentRef> page(Documents documents, Query query) {
        return documents.find(query, FixedPeople.ANNA).documents().stream().map(Document::ref).toList();
    }

    /// What all pages show, to the last one; each is the one before the next.
    private static List<DocumentRef> walked(Documents documents, Query query) {
        List<DocumentRef> walked = new ArrayList<>();
        Slice slice = documents.find(query, FixedPeople.ANNA);
        while (true) {
            walked.addAll(refs(slice));
            if (slice.next().isEmpty()) {
                return walked;
            }
            Slice next = documents.find(query.from(slice.next().get()), FixedPeople.ANNA);
            assertThat(refs(documents.find(query.from(next.previous().orElseThrow()), FixedPeople.ANNA))).isEqualTo(refs(slice));
            slice = next;
        }
    }

    private static List<DocumentRef> refs(Slice slice) {
        return slice.documents().stream().map(Document::ref).toList();
    }

    private record Column(String stage, long count, List<Long> first, List<BigDecimal> sums) {}

    private static List<Column> columns(Documents documents) {
        BoardQuery query = BoardQuery.of("deal").where(DEALS.filter()).summing("points").limited(3);
        return documents.board(query, FixedPeople.ANNA).columns().stream()
                .map(column -> new Column(column.stage().id(), column.count().value(), column.documents().stream().map(document -> document.ref().id()).toList(), column.totals().stream().map(Total::amount).map(BigDecimal::stripTrailingZeros).toList()))
                .toList();
    }

    private static Column column(Stage stage, List<Document> covered) {
        List<Document> there = covered.stream().filter(document -> document.stage().equals(Optional.of(stage.id()))).sorted(ENTERED_LAST).toList();
        BigDecimal sum = there.stream().map(document -> document.values().get(POINTS).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
        return new Column(stage.id(), there.size(), there.stream().limit(3).map(document -> document.ref().id()).toList(), there.isEmpty() ? List.of() : List.of(sum));
    }

    private static List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            grants.add(grant(reach, Map.of(), 0));
            grants.add(grant(reach, Map.of(), 60));
            grants.add(grant(reach, Map.of("new", Reach.NONE, "talks", Reach.OWN, "won", Reach.OPEN), 60));
            grants.add(grant(Reach.NONE, Map.of("new", reach, "lost", Reach.DEPARTMENT), 1));
        }
        return grants;
    }

    private static Grant grant(Reach elsewhere, Map<String, Reach> stages, int below) {
        Set<PersonId> persons = LongStream.rangeClosed(2, below + 2).mapToObj(id -> new PersonId(id == 3 && below > 1 ? 100 : id == 4 && below > 1 ? 3 : id)).collect(Collectors.toSet());
        return new Grant(Optional.of(ME), elsewhere, stages, Set.of(ME, new PersonId(3)), persons);
    }
}
