package org.kontor.ui.shell.internal.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.labels.Label;

/// How a card becomes another one: sections come, go, are renamed and moved, and fields with them. Each way gives a new card, the old one stays for taking it back.
record Arrangement(Card card) {

    /// With a new section at the end.
    Card with(Label title) {
        List<Section> sections = new ArrayList<>(card.sections());
        sections.add(new Section(freeId(), title, List.of()));
        return new Card(sections, card.hidden());
    }

    private String freeId() {
        Set<String> taken = new HashSet<>();
        card.sections().forEach(section -> taken.add(section.id()));
        int number = card.sections().size() + 1;
        while (taken.contains("section" + number)) {
            number++;
        }
        return "section" + number;
    }

    Card renamed(String sectionId, Label title) {
        return each(section -> section.id().equals(sectionId) ? new Section(sectionId, title, section.fieldIds()) : section);
    }

    /// With the section at another place, 0 the first; a place beyond the ends is the last or first one.
    Card moved(String sectionId, int place) {
        List<Section> sections = new ArrayList<>(card.sections());
        Section section = find(sectionId);
        sections.remove(section);
        sections.add(Math.clamp(place, 0, sections.size()), section);
        return new Card(sections, card.hidden());
    }

    /// Without a section; its fields go to the one before it, those of the first to the next. The only one stays.
    Card without(String sectionId) {
        int place = place(sectionId);
        if (card.sections().size() == 1) {
            return card;
        }
        Section gone = card.sections().get(place);
        List<Section> sections = new ArrayList<>(card.sections());
        sections.remove(place);
        int heir = Math.max(0, place - 1);
        Section taking = sections.get(heir);
        List<String> fields = new ArrayList<>(place == 0 ? gone.fieldIds() : taking.fieldIds());
        fields.addAll(place == 0 ? taking.fieldIds() : gone.fieldIds());
        sections.set(heir, new Section(taking.id(), taking.title(), fields));
        return new Card(sections, card.hidden());
    }

    /// With a field in a section, in front of another one, or at its end when that is empty or not there. A hidden field is shown again.
    Card placed(String fieldId, String sectionId, String before) {
        find(sectionId);
        Set<String> hidden = new LinkedHashSet<>(card.hidden());
        hidden.remove(fieldId);
        List<Section> sections = new ArrayList<>();
        for (Section section : card.sections()) {
            List<String> fields = new ArrayList<>(section.fieldIds());
            fields.remove(fieldId);
            if (section.id().equals(sectionId)) {
                int place = fields.indexOf(before);
                fields.add(place < 0 ? fields.size() : place, fieldId);
            }
            sections.add(new Section(section.id(), section.title(), fields));
        }
        return new Card(sections, hidden);
    }

    /// With a field one place further up or down among those that `shown` names; over the edge of its section it goes to the next one.
    Card stepped(String fieldId, boolean up, Set<String> shown) {
        for (int i = 0; i < card.sections().size(); i++) {
            List<String> fields = card.sections().get(i).fieldIds().stream().filter(id -> shown.contains(id) || id.equals(fieldId)).toList();
            int at = fields.indexOf(fieldId);
            if (at < 0) {
                continue;
            }
            int next = i + (up ? -1 : 1);
            String here = card.sections().get(i).id();
            if (up && at > 0) {
                return placed(fieldId, here, fields.get(at - 1));
            }
            if (!up && at < fields.size() - 1) {
                return placed(fieldId, here, at + 2 < fields.size() ? fields.get(at + 2) : "");
            }
            if (next < 0 || next >= card.sections().size()) {
                return card;
            }
            Section other = card.sections().get(next);
            return placed(fieldId, other.id(), up ? "" : other.fieldIds().stream().filter(shown::contains).findFirst().orElse(""));
        }
        return card;
    }

    Card hiding(String fieldId) {
        Set<String> hidden = new LinkedHashSet<>(card.hidden());
        hidden.add(fieldId);
        return new Card(each(section -> new Section(section.id(), section.title(), section.fieldIds().stream().filter(id -> !id.equals(fieldId)).toList())).sections(), hidden);
    }

    int place(String sectionId) {
        return card.sections().indexOf(find(sectionId));
    }

    private Section find(String sectionId) {
        return card.sections().stream().filter(section -> section.id().equals(sectionId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the card has no section '" + sectionId + "': somebody may have deleted it meanwhile"));
    }

    private Card each(UnaryOperator<Section> change) {
        return new Card(card.sections().stream().map(change).toList(), card.hidden());
    }
}
