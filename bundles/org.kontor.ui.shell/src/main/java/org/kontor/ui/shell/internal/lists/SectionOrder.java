package org.kontor.ui.shell.internal.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.api.documents.CustomTypes.Section;

/// The sections of a list as a tree.
record SectionOrder(List<Section> sections) {
    private static final int STEP = 10;

    SectionOrder {
        sections = List.copyOf(sections);
    }

    /// Those that lie directly in a section, in their order; 0 is the top.
    List<Section> in(long parent) {
        return sections.stream().filter(section -> section.parent() == parent).toList();
    }

    /// All of them, each followed by those that lie in it.
    List<Section> inOrder() {
        return inOrder(0).toList();
    }

    /// The numbers of a section and of all that lies in it, however deep; its own first.
    List<Long> withBelow(long id) {
        return Stream.concat(Stream.of(id), inOrder(id).map(Section::id)).toList();
    }

    private Stream<Section> inOrder(long parent) {
        return in(parent).stream().flatMap(section -> Stream.concat(Stream.of(section), inOrder(section.id())));
    }

    /// What has to be written so that a section changes places with the one above (-1) or below (1) it; nothing at the end.
    List<Section> moved(Section section, int by) {
        List<Section> order = new ArrayList<>(in(section.parent()));
        int place = order.indexOf(section);
        if (place < 0 || place + by < 0 || place + by >= order.size()) {
            return List.of();
        }
        Collections.swap(order, place, place + by);
        return IntStream.range(0, order.size()).mapToObj(i -> new Section(order.get(i).id(), order.get(i).parent(), order.get(i).name(), i * STEP)).filter(each -> !sections.contains(each)).toList();
    }

    /// Where a new section comes to stand: after the others of its parent.
    int last(long parent) {
        return in(parent).stream().mapToInt(section -> section.sort() + STEP).max().orElse(0);
    }

    /// The sections that a section can be put into: all but itself and what lies in it.
    List<Section> targets(Section section) {
        return sections.stream().filter(each -> !within(each, section)).toList();
    }

    /// The names on the way to a section, as in `Novels › Russian`.
    String way(Section section) {
        return sections.stream().filter(each -> each.id() == section.parent()).findFirst().map(above -> way(above) + " › ").orElse("") + section.name();
    }

    private boolean within(Section section, Section other) {
        return section.id() == other.id() || sections.stream().filter(each -> each.id() == section.parent()).anyMatch(above -> within(above, other));
    }
}
