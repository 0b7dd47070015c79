/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.emr.model.ClusterState;
import software.amazon.awssdk.services.emr.model.EmrException;

/** What the server answers besides: machines, pages, throttling, lost answers, refusals. */
class EmrAnswersTest extends EmrCalls {
    @Test
    void machinesAreThoseOfTheFleets() {
        String id = run(request -> {});
        clock.sleep(Duration.ofMinutes(10));
        assertThat(emr.listInstances(list -> list.clusterId(id)).instances())
                .extracting(machine -> machine.instanceType() + " " + machine.market())
                .containsExactly(
                        "m7g.xlarge ON_DEMAND", "m7g.xlarge ON_DEMAND", "r7g.2xlarge SPOT", "r7g.2xlarge SPOT");
    }

    @Test
    void listsAreCutIntoPages() {
        IntStream.range(0, 120).forEach(n -> run(request -> request.name("n" + n)));
        assertThat(emr.listClusters().clusters()).hasSize(50);
        assertThat(emr.listClustersPaginator().clusters().stream()).hasSize(120);
        assertThat(emr.listClusters().clusters().get(0).name()).isEqualTo("n119");
        assertThat(emr.listClusters(list -> list.createdAfter(clock.instant())).clusters())
                .isEmpty();
    }

    @Test
    void callsAreThrottledForAWhile() {
        server.fault(Fault.throttled(2, Duration.ofMinutes(2)));
        String id = run(request -> {});
        assertThatThrownBy(() -> cluster(id)).isInstanceOf(EmrException.class).hasMessageContaining("Rate exceeded");
        clock.sleep(Duration.ofMinutes(2));
        assertThat(state(id)).isEqualTo(ClusterState.STARTING);
    }

    @Test
    void lostResponseLeavesAClusterAndALostRequestNone() {
        server.fault(Fault.first(Fault.Kind.LOST_RESPONSE, "RunJobFlow"));
        assertThatThrownBy(() -> run(request -> {})).isInstanceOf(SdkClientException.class);
        assertThat(server.started()).hasSize(1);
        server.fault(Fault.first(Fault.Kind.LOST_REQUEST, "RunJobFlow"));
        assertThatThrownBy(() -> run(request -> {})).isInstanceOf(SdkClientException.class);
        assertThat(server.started()).hasSize(1);
    }

    @Test
    void requestIsRefusedWhereEmrRefusesIt() {
        assertThatThrownBy(() -> run(request -> request.instances(
                        fleets(false).toBuilder().ec2SubnetId("subnet-1").build())))
                .isInstanceOf(EmrException.class)
                .hasMessageContaining("Ec2SubnetId is not supported with instance fleets");
        assertThatThrownBy(() -> run(request -> request.steps(List.of())))
                .hasMessageContaining("A cluster that is not kept alive needs at least one step");
        assertThatThrownBy(() -> cluster("j-NONE")).hasMessageContaining("Cluster id 'j-NONE' is not valid");
        assertThat(server.started()).isEmpty();
    }
}
