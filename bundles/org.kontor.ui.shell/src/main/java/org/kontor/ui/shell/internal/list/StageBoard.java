package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
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
        Board now = showing.portal().documents.board(type.id(), lens.filter(type, showing.tab().person().id()), perStage, showing.tab().actor());
        showing.links().prepare(now.columns().stream().flatMap(column -> column.documents().stream()).toList());
        long total = 0;
        boolean exact = true;
        for (int i = 0; i < columns.size(); i++) {
            Board.Column column = now.columns().get(i);
            columns.get(i).show(column, fresh);
            total += column.count().value();
            exact &= column.count().exact();
        }
        return new Count(total, exact);
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
