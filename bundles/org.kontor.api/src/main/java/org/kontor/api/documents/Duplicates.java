package org.kontor.api.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.osgi.annotation.versioning.ProviderType;

/// Finds documents of one type that stand for the same thing, and merges them.
///
/// Documents match by a rule when all of its fields do: telephone numbers in any notation, mail addresses and texts in any case, without accents, signs and the order of words. A type with phone or mail fields
/// has a rule for each of these until administrators set others.
@ProviderType
public interface Duplicates {

    /// Documents match when all `fields` do. One that `blocks` refuses documents that match another, the others only warn.
    record Rule(List<String> fields, boolean blocks) {
        public static final int MOST_FIELDS = 5;

        public Rule {
            fields = List.copyOf(fields);
            if (fields.isEmpty() || fields.size() > MOST_FIELDS || fields.stream().distinct().count() < fields.size()) {
                throw new IllegalArgumentException("a rule names 1 to " + MOST_FIELDS + " fields, each once, not " + fields);
            }
        }
    }

    /// A document that matches, and by which rule.
    record Like(Document document, Rule rule) {}

    /// Documents that match each other by a rule; two at least. `place` leads to the groups behind.
    record Group(Rule rule, List<Document> documents, String place) {}

    /// A field in which documents that are to be merged differ: each value that is there, with the documents that have it; `chosen` is taken unless told otherwise.
    record Choice(Field<?> field, Map<DocumentRef, Object> values, DocumentRef chosen) {}

    /// What a merge would do. `links` counts the documents whose links would be moved, up to [#MOST_LINKS].
    record Preview(List<Choice> choices, int links) {}

    /// What is to be merged: the losers into the survivor, which takes the value of a field from the document that `taking` names; else it keeps its own, and where it has none gets the first that
    /// a loser has. Many values are put together unless `taking` names a document.
    record Plan(DocumentRef survivor, List<DocumentRef> losers, Map<String, DocumentRef> taking) {
        public static final int MOST_LOSERS = 20;

        public Plan {
            losers = List.copyOf(losers);
            taking = Map.copyOf(taking);
            if (losers.isEmpty() || losers.size() > MOST_LOSERS || losers.contains(survivor) || losers.stream().anyMatch(ref -> !ref.type().equals(survivor.type())) || losers.stream().distinct().count() < losers.size()) {
                throw new IllegalArgumentException("1 to " + MOST_LOSERS + " other documents of the same type can be merged into " + survivor + ", not " + losers);
            }
        }
    }

    /// What became of merging or taking a merge back.
    sealed interface Merge {
        /// `left` tells what was changed since and so left as it is, when a merge was taken back.
        record Done(long mergeId, Document survivor, List<Label> left) implements Merge {}

        /// Nothing was written. At least one reason.
        record Refused(List<Refusal> reasons) implements Merge {}
    }

    /// The most links that one merge moves.
    int MOST_LINKS = 5_000;

    /// The rules of a type; empty when it has none.
    List<Rule> rules(String typeId);

    /// Whether all documents were compared by the rules of their type. Until then, after rules were set, groups and warnings may lack some.
    boolean compared(String typeId);

    /// Sets the rules of a type; documents that are there are compared by them in the background. Needs the permission to configure.
    Amendment<List<Rule>> set(String typeId, List<Rule> rules, Actor actor);

    /// Documents that values match, without `except`: for warnings while somebody types. At most 20 that the actor may read.
    List<Like> like(String typeId, Values values, Optional<DocumentRef> except, Actor actor);

    /// Documents that match each other, at most `limit` groups behind the `place` of another, or from the first. A document may be in several. Only what the actor may read.
    List<Group> groups(String typeId, Optional<String> place, int limit, Actor actor);

    /// What merging would do; empty when the actor may not read one of them.
    Optional<Preview> preview(Plan plan, Actor actor);

    /// Merges in one act: the survivor gets its values, links to the losers point to it, and the losers go to the trash. Needs the rights to change the survivor and to delete the losers.
    Merge merge(Plan plan, Actor actor);

    /// Takes a merge back: losers come back from the trash, and links and values become what they were, unless somebody changed them since.
    Merge unmerge(long mergeId, Actor actor);

    /// The merge a document was lost in, and the survivor.
    Optional<Merge.Done> mergedInto(DocumentRef loser, Actor actor);
}
