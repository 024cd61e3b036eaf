package org.kontor.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Values;
import org.kontor.api.jobs.Work;
import org.kontor.api.people.Actor;
import org.kontor.api.people.Person;
import org.kontor.notifications.Notification;
import org.kontor.storage.Engine;
import org.kontor.testkit.portal.TestPortal;

class InboxTest {
    private static final Actor ROBOT = new Actor.Robot("test");

    private TestPortal portal;
    private DocumentInbox inbox;
    private Person anna;
    private Person ivan;

    @BeforeEach
    void open() {
        portal = TestPortal.open(Engine.H2, List.of(new NotificationShape()), "org.kontor.notifications", "org.kontor.core.documents");
        inbox = new DocumentInbox(portal.documents(), portal.jobs());
        anna = portal.employee("anna");
        ivan = portal.employee("ivan");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void showsTheNewestFirst() {
        tell(anna, "first");
        tell(anna, "second");

        assertThat(inbox.latest(actor(anna))).extracting(each -> each.get(Notification.TEXT).orElseThrow()).containsExactly("second", "first");
    }

    @Test
    void hidesWhatOthersAreTold() {
        DocumentRef secret = tell(anna, "for Anna alone");

        assertThat(portal.documents().get(secret, actor(ivan))).isEmpty();
    }

    @Test
    void hidesWhatOthersAreToldFromListsToo() {
        tell(anna, "for Anna alone");

        assertThat(portal.documents().find(Query.newest(Notification.TYPE), actor(ivan)).documents()).isEmpty();
    }

    @Test
    void keepsEmployeesFromWritingNotifications() {
        Values values = Values.none().with(Notification.TEXT, "you won").with(Notification.RECIPIENT, anna.id());

        assertThat(portal.documents().create(Notification.TYPE, values, actor(ivan))).isInstanceOf(Creation.Denied.class);
    }

    @Test
    void showsAnAdministratorOnlyWhatIsMeantForThem() {
        Person admin = portal.administrator("boss");
        tell(anna, "for Anna alone");

        assertThat(inbox.latest(actor(admin))).isEmpty();
    }

    @Test
    void marksOneAsRead() {
        DocumentRef told = tell(anna, "hello");

        inbox.read(told, actor(anna));

        assertThat(read(told)).isTrue();
    }

    @Test
    void leavesUnreadWhatAnAdministratorOpensForSomebodyElse() {
        Person admin = portal.administrator("boss");
        DocumentRef told = tell(anna, "hello");

        inbox.read(told, actor(admin));

        assertThat(read(told)).isFalse();
    }

    @Test
    void marksEverythingThatWasThereAsRead() {
        List<DocumentRef> before = List.of(tell(anna, "one"), tell(anna, "two"));
        DocumentRef after = tell(anna, "came while it ran");

        new ReadAll(portal.documents()).run(new Work(Long.toString(anna.id().value()), Long.toString(before.getLast().id()), 1));

        assertThat(List.of(read(before.getFirst()), read(before.getLast()), read(after))).containsExactly(true, true, false);
    }

    @Test
    void marksMoreThanOnePageAsRead() {
        DocumentRef first = tell(anna, "0");
        DocumentRef last = first;
        for (int i = 1; i < 250; i++) {
            last = tell(anna, Integer.toString(i));
        }

        new ReadAll(portal.documents()).run(new Work(Long.toString(anna.id().value()), Long.toString(last.id()), 1));

        assertThat(read(first)).isTrue();
    }

    @Test
    void hasNothingForRobots() {
        tell(anna, "hello");

        assertThat(inbox.latest(ROBOT)).isEmpty();
    }

    private DocumentRef tell(Person person, String text) {
        Values values = Values.none().with(Notification.TEXT, text).with(Notification.RECIPIENT, person.id()).with(Notification.READ, false);
        return ((Creation.Created) portal.documents().create(Notification.TYPE, values, ROBOT)).document().ref();
    }

    private boolean read(DocumentRef ref) {
        Document document = portal.documents().get(ref, ROBOT).orElseThrow();
        return document.get(Notification.READ).orElse(false);
    }

    private static Actor actor(Person person) {
        return new Actor.Human(person.id());
    }
}
