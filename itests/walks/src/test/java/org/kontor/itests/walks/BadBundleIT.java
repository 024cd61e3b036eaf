package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.SampleBundle;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.CardView;
import org.kontor.itests.harness.pages.RobotsPage;

/// Bundles that do harm: each is told on the page where a person looks, and everything else goes on.
@Walk
final class BadBundleIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    @TempDir
    Path folder;

    BadBundleIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void tellsWhatABundleMissesThatDoesNotResolve() {
        Path jar = new SampleBundle("acme.incomplete").header("Import-Package", "acme.nowhere").write(folder);

        assertThat(messageAbout(jar, "acme.nowhere")).contains("acme.nowhere");
        worksAsBefore();
    }

    @Test
    void tellsWhyABundleFailedAtItsStart() {
        Path jar = new SampleBundle("acme.clumsy")
                .header("Import-Package", "org.osgi.framework")
                .header("Bundle-Activator", "acme.clumsy.Activator")
                .source("acme.clumsy.Activator", """
                        package acme.clumsy;
                        public final class Activator implements org.osgi.framework.BundleActivator {
                            public void start(org.osgi.framework.BundleContext context) { throw new IllegalStateException("no licence file"); }
                            public void stop(org.osgi.framework.BundleContext context) {}
                        }
                        """)
                .write(folder);

        assertThat(messageAbout(jar, "no licence file")).contains("no licence file");
        worksAsBefore();
    }

    @Test
    void tellsThatAFileIsNoBundle() {
        Path jar = Leads.write(folder.resolve("letter.jar"), "Dear Sir or Madam");

        assertThat(messageAbout(jar, "letter.jar")).isNotBlank();
        worksAsBefore();
    }

    @Test
    void triesARobotAgainThatThrowsAndSaysSoOnTheCard() {
        Path jar = activity("acme.angry", "acme.shout", "throw new IllegalStateException(\"the siren is broken\");");
        portal.deploy(jar);
        String ref = leadWith(chromium.signedIn(portal), rest, "acme.shout", "qualified");

        CardView card = chromium.signedIn(portal).card(ref).openRobots();
        card.tab().page().locator("[data-test=card] [data-progress=RETRYING]").first().waitFor();
        assertThat(card.tab().page().locator("[data-test=card] [data-progress=RETRYING]").first().innerText()).contains("the siren is broken");
        worksAsBefore();
        portal.undeploy(jar);
    }

    @Test
    void goesOnWithOtherRobotsWhenOneNeverReturns() {
        Path jar = activity("acme.endless", "acme.ponder", "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } }");
        try (Portal own = Portal.start(); Tab tab = chromium.signedIn(own)) {
            Rest there = new Rest(own, tab.tokens().issue("walk"));
            own.deploy(jar);
            String stuck = leadWith(tab, there, "acme.ponder", "converted");

            worksWithin(there, AT_ONCE);

            CardView card = tab.card(stuck).openRobots();
            card.tab().page().locator("[data-test=card] [data-progress=WAITING], [data-test=card] [data-progress=RETRYING]").first().waitFor();
        }
    }

    @Test
    void parksWhatAReactionDrivesInCirclesAndLetsAnAdministratorGiveItUp() {
        Path jar = new SampleBundle("acme.loop")
                .header("Import-Package", "org.osgi.framework,org.kontor.api.events;version=\"[1.0,2)\",org.kontor.api.documents;version=\"[1.0,2)\",org.kontor.api.people;version=\"[1.0,2)\"")
                .source("acme.loop.Loop", """
                        package acme.loop;
                        import org.kontor.api.documents.*;
                        import org.kontor.api.events.*;
                        import org.kontor.api.people.Actor;
                        import org.osgi.framework.*;
                        public final class Loop implements Reaction<DocumentEvent.Changed> {
                            public Class<DocumentEvent.Changed> event() { return DocumentEvent.Changed.class; }
                            public void after(DocumentEvent.Changed event, Occurrence occurrence) {
                                BundleContext context = FrameworkUtil.getBundle(Loop.class).getBundleContext();
                                Documents documents = context.getService(context.getServiceReference(Documents.class));
                                documents.change(event.document(), Draft.of(Values.none().with(Field.longText("comments"), "after " + occurrence.position())), new Actor.Robot("acme.loop"));
                            }
                        }
                        """)
                .component("acme.loop.Loop", "org.kontor.api.events.Reaction", "kontor.reaction.id", "acme.loop")
                .write(folder);
        try (Portal own = Portal.start(); Tab tab = chromium.signedIn(own)) {
            Rest there = new Rest(own, tab.tokens().issue("walk"));
            assertThat(stuck(tab)).isFalse();
            own.deploy(jar);
            String ref = there.create("lead", Leads.lead("Round and round"));
            there.change(ref, "{\"fields\":{\"company\":\"Carousel\"}}");

            Waiting.until("the loop to be parked", Duration.ofSeconds(30), () -> stuck(tab));
            assertThat(tab.await("stuck-reason").innerText()).contains("look for reactions that start each other");
            int before = tab.marked("stuck-line").count();
            tab.marked("stuck-line").first().locator("[data-test=arm]").click();
            tab.marked("stuck-line").first().locator("[data-test=sure]").click();

            Waiting.until("one line less", Duration.ofSeconds(10), () -> tab.marked("stuck-line").count() == before - 1);
        }
    }

    private static boolean stuck(Tab tab) {
        tab.go("settings/stuck");
        tab.page().locator("[data-test=stuck-line], .empty").first().waitFor();
        return tab.shows("stuck-line");
    }

    /// What the modules page says about a dropped file once `word` is in it: first it says that the file is being taken in.
    private String messageAbout(Path jar, String word) {
        portal.deploy(jar);
        Tab tab = chromium.signedIn(portal);
        String mark = "dropped-" + jar.getFileName();
        Waiting.until("word about " + jar.getFileName(), Duration.ofSeconds(20), () -> {
            tab.modules();
            return tab.shows(mark) && tab.marked(mark).first().innerText().contains(word);
        });
        String said = tab.marked(mark).first().innerText();
        portal.undeploy(jar);
        return said;
    }

    /// A lead still gets its task.
    private void worksAsBefore() {
        worksWithin(rest, AT_ONCE);
    }

    private static void worksWithin(Rest rest, Duration most) {
        String ref = rest.create("lead", Leads.lead("Life goes on"));
        Waiting.until("the task of another lead", most, () -> rest.count("task", "about:eq:" + ref) == 1);
    }

    /// Sets the activity up on a stage and moves a lead there.
    private static String leadWith(Tab tab, Rest rest, String activity, String stage) {
        RobotsPage page = tab.robots("lead");
        page.begin(stage, activity);
        page.save();
        String ref = rest.create("lead", Leads.lead("For " + activity));
        rest.change(ref, "{\"stage\":\"" + stage + "\"}");
        return ref;
    }

    private Path activity(String bundle, String id, String body) {
        return new SampleBundle(bundle)
                .header("Import-Package", "org.kontor.api.workflow;version=\"[1.0,2)\",org.kontor.api.documents;version=\"[1.0,2)\"")
                .source(bundle + ".Work", """
                        package %s;
                        import org.kontor.api.workflow.*;
                        public final class Work implements Activity<Work.Input> {
                            public record Input() {}
                            public Class<Input> input() { return Input.class; }
                            public Outcome run(Input input, Step step) { %s }
                        }
                        """.formatted(bundle, body))
                .component(bundle + ".Work", "org.kontor.api.workflow.Activity", "kontor.activity.id", id)
                .write(folder);
    }
}
