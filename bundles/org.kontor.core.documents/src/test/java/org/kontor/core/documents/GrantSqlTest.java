package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.kontor.api.documents.Stage;
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
    private static final List<Stage> STAGES = List.of(stage("new", Stage.Meaning.INITIAL), stage("talks", Stage.Meaning.IN_WORK), stage("won", Stage.Meaning.WON), stage("lost", Stage.Meaning.LOST));
    private static final DocumentType DEAL = new DocumentType("deal", "coins", List.of(TITLE, OWNER), TITLE, Optional.of(OWNER), Optional.of(new Pipeline("deal", Label.verbatim("Deals"), STAGES)), true);
    private static final Actor ROBOT = new Actor.Robot("test");
    private static final PersonId ME = new PersonId(2);

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
                Values values = Values.none().with(TITLE, "deal " + i).with(DocumentType.OPEN, i % 7 == 0);
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
                all.add(((Creation.Created) documents.create("deal", Values.none().with(TITLE, "deal " + i).with(OWNER, new PersonId(i % 3 + 1)), Optional.of(STAGES.get(i % 4).id()), ROBOT)).document());
            }

            expectWhatIsCovered(documents, access, all);
        }
    }

    private static void expectWhatIsCovered(Documents documents, GivenGrant access, List<Document> all) {
        for (Grant grant : grants()) {
            access.grant = grant;
            assertThat(found(documents)).as(grant.toString()).isEqualTo(all.stream().filter(document -> grant.covers(DEAL.subject(document))).map(Document::ref).collect(Collectors.toSet()));
        }
    }

    private static Set<DocumentRef> found(Documents documents) {
        return documents.find(Query.newest("deal").where(new Filter.Compare("title", Filter.Operator.STARTS_WITH, "deal ")).limited(200), FixedPeople.ANNA).documents().stream().map(Document::ref).collect(Collectors.toSet());
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
