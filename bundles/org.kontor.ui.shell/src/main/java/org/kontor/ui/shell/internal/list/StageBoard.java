package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.parts.Elements;

/// Documents as tiles in the columns of their stages. Tiles are moved by dragging, or by Alt and an arrow key.
///
/// Everything on the screen is read in one go of two queries, whatever changed.
final class StageBoard implements DocumentsView {
    private static final int STEP = 40;
    private static final int MOST = 400;
    private static final String REF = "event.detail.ref";
    private static final String STAGE = "event.detail.stage";

    private final Showing showing;
    private final Moves moves;
    private final Div board = Elements.test(Elements.div("board"), "board");
    private final List<StageColumn> columns;
    private int perStage = STEP;
    private Lens lens = Lens.plain();

    StageBoard(Showing showing, Moves moves) {
        this.showing = showing;
        this.moves = moves;
        columns = showing.type().pipeline().orElseThrow().stages().stream().map(stage -> new StageColumn(stage, showing, this::more)).toList();
        columns.forEach(column -> board.add(column.content()));
        board.getElement().addEventListener("kontor-move", event -> {
            DocumentRef ref = DocumentRef.parse(event.getEventData().get(REF).asString());
            showing.type().stage(event.getEventData().get(STAGE).asString()).ifPresent(stage -> move(ref, stage));
        }).addEventData(REF).addEventData(STAGE);
        board.getElement().executeJs("kontorLists.board(this)");
    }

    @Override
    public Component content() {
        return board;
    }

    @Override
    public Count open(Lens wanted) {
        lens = wanted;
        return show(false);
    }

    @Override
    public Count catchUp(Set<DocumentRef> changed) {
        return show(true);
    }

    private Count show(boolean fresh) {
        DocumentType type = showing.type();
        Board now = showing.portal().documents.board(query(type), showing.tab().actor());
        showing.links().prepare(now.columns().stream().flatMap(column -> column.documents().stream()).toList());
        long total = 0;
        boolean exact = true;
        Map<String, StageColumn> shown = columns.stream().collect(Collectors.toMap(column -> column.stage().id(), column -> column));
        for (Board.Column column : now.columns().stream().filter(each -> shown.containsKey(each.stage().id())).toList()) {
            shown.get(column.stage().id()).show(column, fresh);
            total += column.count().value();
            exact &= column.count().exact();
        }
        return new Count(total, exact);
    }

    private BoardQuery query(DocumentType type) {
        String[] sums = type.listedFields().stream().filter(field -> field.kind() instanceof Kind.Sum).map(Field::id).limit(1).toArray(String[]::new);
        return BoardQuery.of(type.id()).in(type.pipeline().orElseThrow().id()).where(lens.filter(type, showing.tab().person().id())).limited(perStage).summing(sums);
    }

    private void move(DocumentRef ref, Stage to) {
        Optional<Document> document = columns.stream().flatMap(column -> column.document(ref).stream()).findFirst();
        document.ifPresent(tile -> moves.move(List.of(tile), to));
        board.getElement().executeJs("kontorLists.settled(this, $0)", ref.toString());
    }

    private void more() {
        perStage = Math.min(perStage + STEP, MOST);
        show(false);
    }
}
