package org.kontor.core.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.core.documents.ShapeDesk.ADMIN;
import static org.kontor.core.documents.ShapeDesk.ANNA;
import static org.kontor.core.documents.ShapeDesk.TITLE;
import static org.kontor.core.documents.ShapeDesk.named;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Pipelines;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.storage.Engine;

@ParameterizedClass
@EnumSource(Engine.class)
class PipelinesTest {
    private static final Map<String, String> MAP = Map.of("new", "service-new", "offer", "service-offer");

    private final Engine engine;
    private ShapeDesk desk;

    PipelinesTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        desk = new ShapeDesk(engine);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Pipeline service() {
        return desk.done(desk.pipelines.create("deal", named("Service"), ADMIN));
    }

    private static Stage work(String name) {
        return new Stage("", named(name), Stage.Meaning.IN_WORK, 5);
    }

    private Pipeline general() {
        return desk.types.require("deal").pipelines().getFirst();
    }

    private Document dealIn(String stage) {
        return ((Creation.Created) desk.documents.create("deal", Values.none().with(TITLE, "Deal"), Optional.of(stage), ADMIN)).document();
    }

    @Test
    void startsANewPipelineWithTheStandardStagesUnderIdsOfTheirOwn_PIPE1_PIPE3_PIPE10() {
        desk.done(desk.pipelines.addStage("deal", "deal", work("Later"), 1, ADMIN));

        Pipeline service = service();

        assertThat(service.stages()).extracting(Stage::id).containsExactly("service-new", "service-offer", "service-talks", "service-won", "service-lost");
        assertThat(desk.types.require("deal").pipelines()).extracting(Pipeline::id).containsExactly("deal", "service");
    }

    @Test
    void alwaysHasADefaultPipelineThatCanBeRenamedNotDeleted_PIPE2_PIPE4_PIPE6_PIPE7() {
        service();

        desk.done(desk.pipelines.rename("deal", "deal", named("Sales"), ADMIN));

        assertThat(general().name()).isEqualTo(named("Sales"));
        assertThat(desk.refused(desk.pipelines.delete("deal", "deal", ADMIN))).containsExactly("documents.shape.default-pipeline");
    }

    @Test
    void sortsPipelinesAndKeepsTheDefault_PIPE5() {
        service();

        desk.done(desk.pipelines.sort("deal", List.of("service", "deal"), ADMIN));

        assertThat(desk.types.require("deal").pipelines().stream().sorted(java.util.Comparator.comparingInt(Pipeline::sort))).extracting(Pipeline::id).containsExactly("service", "deal");
        assertThat(general().id()).isEqualTo("deal");
    }

    @Test
    void deletesAPipelineOnlyAfterAllItsDocumentsWereDeletedForGood_PIPE8_PIPE9() {
        service();
        Document deal = dealIn("service-new");
        assertThat(desk.refused(desk.pipelines.delete("deal", "service", ADMIN))).containsExactly("documents.shape.pipeline-occupied");
        desk.documents.delete(deal.ref(), ADMIN);
        assertThat(desk.refused(desk.pipelines.delete("deal", "service", ADMIN))).containsExactly("documents.shape.pipeline-occupied");
        desk.trash.purge(deal.ref(), ADMIN);

        desk.done(desk.pipelines.delete("deal", "service", ADMIN));

        assertThat(desk.types.require("deal").pipelines()).hasSize(1);
    }

    @Test
    void changesStagesOfOnePipelineOnly_PIPE11_LST8() {
        service();

        desk.done(desk.pipelines.changeStage("deal", new Stage("service-offer", named("Repair"), Stage.Meaning.IN_WORK, 7), ADMIN));

        assertThat(desk.types.require("deal").stage("service-offer").orElseThrow().colour()).isEqualTo(7);
        assertThat(desk.types.require("deal").stage("offer").orElseThrow().name()).isEqualTo(Label.verbatim("Offer"));
    }

    @Test
    void refusesAMoveToAnotherPipeline_PIPE14() {
        service();
        Document deal = dealIn("new");

        assertThat(desk.refused(desk.documents.change(deal.ref(), Draft.move("service-new"), ADMIN))).containsExactly("documents.other-pipeline");
        assertThat(desk.refused(desk.documents.change(deal.ref(), Draft.cross("service-new"), ADMIN))).containsExactly("documents.other-pipeline");
    }

    @Test
    void createsInTheChosenPipelineByItsStage_PIPE15_PIPE16() {
        service();

        Document deal = dealIn("service-new");

        assertThat(desk.types.require("deal").pipelineOf(deal.stage().orElseThrow()).orElseThrow().id()).isEqualTo("service");
        assertThat(desk.refused(desk.documents.create("deal", Values.none().with(TITLE, "A"), Optional.of("nowhere"), ADMIN))).containsExactly("documents.unknown-stage");
    }

    @Test
    void refusesASecondPipelineOfAName() {
        service();

        assertThat(desk.refused(desk.pipelines.create("deal", named("SERVICE"), ADMIN))).containsExactly("documents.shape.name-taken");
    }

    @Test
    void refusesWhoMayNotConfigure() {
        assertThat(desk.refused(desk.pipelines.create("deal", named("Service"), ANNA))).containsExactly("documents.shape.denied");
    }

    @Test
    void refusesAPipelineForATypeWithoutStages() {
        assertThat(desk.refused(desk.pipelines.create("client", named("Service"), ADMIN))).containsExactly("documents.shape.no-stages");
    }

    @Test
    void protectsTheSkeleton_LST2_LST3() {
        for (String stage : List.of("new", "won", "lost")) {
            assertThat(desk.refused(desk.pipelines.deleteStage("deal", stage, ADMIN))).containsExactly("documents.shape.skeleton");
            assertThat(desk.refused(desk.pipelines.moveStage("deal", stage, 1, ADMIN))).containsExactly("documents.shape.skeleton");
            desk.done(desk.pipelines.changeStage("deal", new Stage(stage, named("Renamed"), Stage.Meaning.IN_WORK, 6), ADMIN));
        }

        assertThat(general().stages()).extracting(Stage::meaning)
                .containsExactly(Stage.Meaning.INITIAL, Stage.Meaning.IN_WORK, Stage.Meaning.IN_WORK, Stage.Meaning.WON, Stage.Meaning.LOST);
    }

    @Test
    void addsMovesAndDeletesStagesInWork_LST4_LST5_LST6() {
        desk.done(desk.pipelines.addStage("deal", "deal", new Stage("check", named("Check"), Stage.Meaning.IN_WORK, 5), 99, ADMIN));
        desk.done(desk.pipelines.moveStage("deal", "check", 0, ADMIN));
        desk.done(desk.pipelines.deleteStage("deal", "talks", ADMIN));

        assertThat(general().stages()).extracting(Stage::id).containsExactly("new", "check", "offer", "won", "lost");
        assertThat(general().stages().get(1).colour()).isEqualTo(5);
    }

    @Test
    void addsAnotherLostStageButNoSecondInitialOrWonOne() {
        desk.done(desk.pipelines.addStage("deal", "deal", new Stage("duplicate", named("Duplicate"), Stage.Meaning.LOST, 8), 1, ADMIN));

        assertThat(general().stages().getLast().id()).isEqualTo("duplicate");
        desk.done(desk.pipelines.deleteStage("deal", "lost", ADMIN));
        assertThat(desk.refused(desk.pipelines.addStage("deal", "deal", new Stage("w", named("W"), Stage.Meaning.WON, 1), 1, ADMIN))).containsExactly("documents.shape.one-skeleton");
    }

    @Test
    void keepsAStageThatDocumentsAreIn() {
        Document deal = dealIn("offer");
        desk.documents.delete(deal.ref(), ADMIN);

        assertThat(desk.refused(desk.pipelines.deleteStage("deal", "offer", ADMIN))).containsExactly("documents.shape.stage-occupied");
        assertThat(desk.refused(desk.pipelines.deleteStage("deal", "nowhere", ADMIN))).containsExactly("documents.unknown-stage");
    }

    @Test
    void asksForTheFieldsAStageRequires() {
        desk.done(desk.pipelines.changeStage("deal", new Stage("offer", named("Offer"), Stage.Meaning.IN_WORK, 2, Set.of("amount"), Optional.empty()), ADMIN));
        Document deal = dealIn("new");

        assertThat(desk.refused(desk.documents.change(deal.ref(), Draft.move("offer"), ADMIN))).containsExactly("documents.stage-requires");
        assertThat(desk.documents.change(deal.ref(), new Draft(Values.none().with(ShapeDesk.AMOUNT, ShapeDesk.euro("1")), Optional.of("offer"), Optional.empty()), ADMIN))
                .isInstanceOf(Change.Changed.class);
        assertThat(desk.refused(desk.pipelines.changeStage("deal", new Stage("offer", named("Offer"), Stage.Meaning.IN_WORK, 2, Set.of("nothing"), Optional.empty()), ADMIN)))
                .containsExactly("documents.shape.no-field");
    }

    @Test
    void allowsOnlyTheMovesAStageNames() {
        desk.done(desk.pipelines.changeStage("deal", new Stage("new", named("New"), Stage.Meaning.INITIAL, 1, Set.of(), Optional.of(Set.of("offer"))), ADMIN));
        Document deal = dealIn("new");

        assertThat(desk.refused(desk.documents.change(deal.ref(), Draft.move("won"), ADMIN))).containsExactly("documents.move-not-allowed");
        assertThat(desk.documents.change(deal.ref(), Draft.move("offer"), ADMIN)).isInstanceOf(Change.Changed.class);
    }

    @Test
    void tellsWhatAMoveWouldLose_Q1() {
        service();
        desk.done(desk.layouts.change("deal", "service", new Layouts.Card(List.of(new Layouts.Section("main", named("Main"), List.of("title"))), Set.of("pieces", "source")), ADMIN));
        Document deal = dealIn("new");
        desk.changed(deal, Values.none().with(ShapeDesk.PIECES, BigDecimal.TWO));
        dealIn("talks");
        dealIn("service-new");

        Pipelines.MovePlan plan = desk.pipelines.plan("deal", Filter.any(), "service", MAP, ADMIN);

        assertThat(plan).isEqualTo(new Pipelines.MovePlan(2, List.of(new Pipelines.Loss("pieces", 1)), List.of("talks")));
    }

    @Test
    void movesWithAMapAndBackAndKeepsTheHistory_Q1() {
        service();
        desk.done(desk.pipelines.allowMoves("deal", true, ADMIN));
        Document deal = dealIn("offer");
        Document unmapped = dealIn("talks");

        Pipelines.MoveReport report = desk.pipelines.move("deal", List.of(deal.ref(), unmapped.ref()), "service", MAP, ADMIN);

        assertThat(report.moved()).extracting(Pipelines.Moved::ref).containsExactly(deal.ref());
        assertThat(report.stayed()).extracting(each -> ShapeDesk.keys(each.reasons()).getFirst()).containsExactly("documents.move.unmapped");
        assertThat(desk.now(deal).stage()).contains("service-offer");
        List<HistoryEntry> history = desk.documents.history(deal.ref(), Long.MAX_VALUE, 1, ADMIN);
        assertThat(history.getFirst().stage().orElseThrow().to()).isEqualTo("service-offer");
        assertThat(desk.pipelines.undo(report, ADMIN).moved()).hasSize(1);
        assertThat(desk.now(deal).stage()).contains("offer");
    }

    @Test
    void keepsOrdinaryMovesInTheirPipelineAlsoWhereMovesAreAllowed_Q1() {
        service();
        desk.done(desk.pipelines.allowMoves("deal", true, ADMIN));

        assertThat(desk.refused(desk.documents.change(dealIn("new").ref(), Draft.move("service-new"), ADMIN))).containsExactly("documents.other-pipeline");
    }
}
