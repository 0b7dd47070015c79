/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import dev.saltern.submit.aws.Content;
import dev.saltern.submit.aws.ObjectStore;
import dev.saltern.submit.deploy.StackPlace;
import dev.saltern.submit.deploy.StackTemplate;
import dev.saltern.submit.render.Dashboard;
import dev.saltern.submit.render.DayRequest;
import dev.saltern.submit.render.Schedule;
import dev.saltern.submit.render.StateMachine;
import dev.saltern.submit.render.TableQueries;
import dev.saltern.submit.render.UpkeepRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is deployed: the whole template, its parameters, and the files that it names.
 *
 * @param place where things lie
 * @param template the template with the pipeline in it
 * @param parameters what is known of its parameters
 * @param files what is uploaded first, by address
 */
record Deployment(
        StackPlace place, StackTemplate template, Map<String, String> parameters, Map<Address, Content> files) {
    private static final String FUNCTION_JAR = "submit/target/saltern-lambda.jar";
    private static final String TEMPLATE = "deploy/template.yaml";

    static Deployment of(
            Surroundings surroundings,
            ClusterOptions options,
            DeployOptions deploy,
            OpenDay open,
            PlannedViews views,
            String name) {
        LaunchSetup found = open.setup(name);
        Pipeline pipeline = found.pipeline().pipeline();
        String stack = deploy.stack.name(pipeline.name());
        StackPlace place = StackPlace.of(stack, found.environment(), found.account(), pipeline);
        LaunchSetup setup = found.in(place.account());
        DayRequest day = open.request(setup);
        StackTemplate template = StackTemplate.read(template(surroundings, options, deploy))
                .machine(StateMachine.text(day))
                .input("ClusterSchedule", Schedule.input(day))
                .input("UpkeepSchedule", Schedule.input(UpkeepRequest.of(day, stack + "-gc")))
                .dashboard(Dashboard.of(
                        pipeline.name(),
                        List.copyOf(pipeline.outputs().keySet()),
                        setup.account().region()))
                .queries(TableQueries.of(pipeline, setup.environment().database()))
                .queries(views.of(name, deploy.plan, setup.environment().database()));
        Map<Address, Content> files = new LinkedHashMap<>();
        setup.upload().files().forEach(file -> files.put(file.address(), file.content()));
        Content jar = jar(surroundings, deploy);
        Address code = Address.parse(setup.account().code());
        Address function = code.child("jars").child(jar.sha256Hex()).child("saltern-lambda.jar");
        files.put(function, jar);
        Map<String, String> parameters = place.parameters(setup.environment());
        parameters.put("Pipeline", pipeline.name());
        parameters.put("FunctionKey", function.key());
        parameters.put("PipelineKey", setup.spec().code().archive().key());
        parameters.put(
                "DiskGib", Integer.toString(LaunchEstimate.emr(setup.cluster()).diskGib()));
        parameters.put("ScheduleExpression", Cron.parse(deploy.cron).ofScheduler());
        parameters.putAll(deploy.parameters);
        return new Deployment(place, template, parameters, files);
    }

    /** Returns where the template goes. */
    Address templateAddress() {
        Content text = Content.of(template.text());
        return Address.parse(place.account().code())
                .child("templates")
                .child(text.sha256Hex())
                .child(place.stack() + ".json");
    }

    /** Uploads what is not there yet. */
    int send(ObjectStore objects) {
        int sent = objects.putIfAbsent(templateAddress(), Content.of(template.text())) ? 1 : 0;
        for (Map.Entry<Address, Content> file : files.entrySet()) {
            sent += objects.putIfAbsent(file.getKey(), file.getValue()) ? 1 : 0;
        }
        return sent;
    }

    private static Path template(Surroundings surroundings, ClusterOptions options, DeployOptions deploy) {
        return deploy.template != null
                ? deploy.template
                : options.job().conf(surroundings).resolve(TEMPLATE);
    }

    private static Content jar(Surroundings surroundings, DeployOptions deploy) {
        Path home = surroundings.home();
        if (deploy.functionJar == null && home == null) {
            throw new SalternException(
                    ExitCode.USAGE, "Missing required --function-jar: Saltern was not started by its launcher script");
        }
        Path jar = deploy.functionJar == null
                ? java.util.Objects.requireNonNull(home).resolve(FUNCTION_JAR)
                : deploy.functionJar;
        try {
            return Content.of(jar);
        } catch (IOException e) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot read jar " + jar + ": " + e.getMessage() + ". Build it with mvn package",
                    e);
        }
    }
}
