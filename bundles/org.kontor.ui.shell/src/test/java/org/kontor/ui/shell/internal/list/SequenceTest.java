package org.kontor.ui.shell.internal.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Values;

class SequenceTest {
    private final Element parent = new Element("ul");
    private final List<String> drawn = new ArrayList<>();
    private final Sequence<Line> sequence = new Sequence<>(parent, _ -> new Line());

    @Test
    void showsDocumentsInTheirOrder() {
        sequence.show(documents(3, 1, 2), false);

        assertThat(shown()).containsExactly("lead/3", "lead/1", "lead/2");
    }

    @Test
    void putsNewOnesWhereTheyBelong() {
        sequence.show(documents(3, 1), false);
        sequence.show(documents(4, 3, 2, 1), false);

        assertThat(shown()).containsExactly("lead/4", "lead/3", "lead/2", "lead/1");
    }

    @Test
    void takesOutWhatIsNotAskedForAnyMore() {
        sequence.show(documents(3, 2, 1), false);
        sequence.show(documents(3, 1), false);

        assertThat(shown()).containsExactly("lead/3", "lead/1");
    }

    @Test
    void movesTheFirstToTheEnd() {
        sequence.show(documents(1, 2, 3, 4), false);
        sequence.show(documents(2, 3, 4, 1), false);

        assertThat(shown()).containsExactly("lead/2", "lead/3", "lead/4", "lead/1");
    }

    @Test
    void movesTheLastToTheBeginning() {
        sequence.show(documents(1, 2, 3, 4), false);
        sequence.show(documents(4, 1, 2, 3), false);

        assertThat(shown()).containsExactly("lead/4", "lead/1", "lead/2", "lead/3");
    }

    @Test
    void turnsAround() {
        sequence.show(documents(1, 2, 3, 4, 5), false);
        sequence.show(documents(5, 4, 3, 2, 1), false);

        assertThat(shown()).containsExactly("lead/5", "lead/4", "lead/3", "lead/2", "lead/1");
    }

    @Test
    void touchesOnlyWhatHasAnotherVersion() {
        sequence.show(documents(1, 2), false);
        drawn.clear();
        sequence.show(List.of(document(1, 1), document(2, 2)), false);

        assertThat(drawn).containsExactly("lead/2 v2");
    }

    @Test
    void keepsTheElementOfWhatStays() {
        sequence.show(documents(1, 2), false);
        Element before = parent.getChild(0);
        sequence.show(List.of(document(3, 1), document(1, 2), document(2, 1)), false);

        assertThat(parent.getChild(1)).isEqualTo(before);
    }

    @Test
    void marksOnlyNewOnesAsFresh() {
        sequence.show(documents(1), false);
        sequence.show(documents(2, 1), true);

        assertThat(parent.getChildren().map(each -> each.getClassList().contains("fresh"))).containsExactly(true, false);
    }

    @Test
    void appendsAPage() {
        sequence.show(documents(4, 3), false);
        sequence.append(documents(2, 1));

        assertThat(shown()).containsExactly("lead/4", "lead/3", "lead/2", "lead/1");
    }

    private List<String> shown() {
        return parent.getChildren().map(each -> each.getAttribute("data-ref")).toList();
    }

    private static List<Document> documents(long... ids) {
        return LongStream.of(ids).mapToObj(id -> document(id, 1)).toList();
    }

    private static Document document(long id, long version) {
        return new Document(new DocumentRef("lead", id), version, Optional.empty(), Optional.empty(), Values.none(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
    }

    private final class Line implements DocumentPart {
        private final Element element = new Element("li");

        @Override
        public Element element() {
            return element;
        }

        @Override
        public void show(Document document) {
            drawn.add(document.ref() + " v" + document.version());
        }
    }
}
