# SPDX-License-Identifier: Apache-2.0
"""The pipeline @pipeline@, a day at a time, each on a cluster of its own. Rendered by `saltern render airflow`; do not edit.

Airflow 2.10 or newer of 2.x with apache-airflow-providers-amazon 9.0 or newer, which MWAA brings; nothing to add to requirements.txt.
The role that tasks run under (on MWAA the environment's execution role) needs, in @region@:
  elasticmapreduce:RunJobFlow and AddTags, with aws:RequestTag/saltern:pipeline = @pipeline@
  elasticmapreduce:DescribeCluster, ListSteps and TerminateJobFlows on clusters with that tag
  iam:PassRole on @service-role@ and @instance-profile@
  s3:ListBucket on the bucket of @lake@, s3:GetObject below @lake@/_reports/@pipeline@/
Put the file into the DAGs folder. Where a stack of `saltern deploy` runs the same pipeline, disable its schedule: deploy with --parameter Start=none.
"""

import json
from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowException
from airflow.operators.python import PythonOperator
from airflow.providers.amazon.aws.hooks.emr import EmrHook
from airflow.providers.amazon.aws.hooks.s3 import S3Hook
from airflow.providers.amazon.aws.operators.emr import EmrCreateJobFlowOperator, EmrTerminateJobFlowOperator
from airflow.providers.amazon.aws.sensors.emr import EmrJobFlowSensor
from airflow.utils.trigger_rule import TriggerRule

PIPELINE = "@pipeline@"
REGION = "@region@"
LAKE = "@lake@"
CONNECTION = "aws_default"

# What `saltern launch` sends to RunJobFlow. The day is the start of the data interval: the day that is over.
REQUEST = json.loads(
    """
@request@
"""
)


class Launch(EmrCreateJobFlowOperator):
    """Leaves out what the installed botocore does not know yet, such as live logs: an older one would refuse the whole request."""

    def execute(self, context):
        emr = EmrHook(aws_conn_id=CONNECTION, region_name=REGION).conn
        known = emr.meta.service_model.operation_model("RunJobFlow").input_shape.members
        self.job_flow_overrides = {name: value for name, value in self.job_flow_overrides.items() if name in known}
        return super().execute(context)


def judge(cluster_id, launch, day, **context):
    """Fails unless every step completed and the job's own report says that the day is live: a cluster's state is no verdict."""
    emr = EmrHook(aws_conn_id=CONNECTION, region_name=REGION).conn
    steps = emr.list_steps(ClusterId=cluster_id)["Steps"]
    bad = [step["Id"] + " " + step["Status"]["State"] for step in steps if step["Status"]["State"] != "COMPLETED"]
    bucket, _, prefix = LAKE.removeprefix("s3://").partition("/")
    folder = (prefix + "/" if prefix else "") + "_reports/" + PIPELINE + "/"
    s3 = S3Hook(aws_conn_id=CONNECTION)
    keys = sorted(key for key in s3.list_keys(bucket, prefix=folder) or [] if key.endswith(".json"))
    for key in reversed(keys[-50:]):
        report = json.loads(s3.read_key(key, bucket))
        if (report.get("setting") or {}).get("launch") == launch:
            if report["exitCode"] == 0 and not bad:
                return report["run"]
            raise AirflowException(f"{PIPELINE} {day}: {report['verdict']}, {report['failures'] or bad}; "
                                   f"look at it with: saltern diagnose {cluster_id}")
    raise AirflowException(f"{PIPELINE} {day}: the job left no report, {bad}; look at it with: saltern diagnose {cluster_id}")


with DAG(
    dag_id="saltern-" + PIPELINE,
    description="A day of " + PIPELINE + " on a transient EMR cluster",
    schedule="@schedule@",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(minutes=@deadline-minutes@ + 60),
    default_args={"owner": "saltern", "retries": 0},
    tags=["saltern", PIPELINE],
) as dag:
    # RunJobFlow has no client token: a retry might start a second cluster, so there is none.
    launch = Launch(
        task_id="launch", job_flow_overrides=REQUEST, emr_conn_id=None, aws_conn_id=CONNECTION, region_name=REGION
    )
    watch = EmrJobFlowSensor(
        task_id="watch",
        job_flow_id=launch.output,
        target_states=["TERMINATED", "TERMINATED_WITH_ERRORS"],
        failed_states=[],
        mode="reschedule",
        poke_interval=60,
        timeout=@deadline-minutes@ * 60,
        aws_conn_id=CONNECTION,
    )
    end = EmrTerminateJobFlowOperator(
        task_id="end", job_flow_id=launch.output, trigger_rule=TriggerRule.ALL_DONE, aws_conn_id=CONNECTION
    )
    verdict = PythonOperator(
        task_id="judge",
        python_callable=judge,
        trigger_rule=TriggerRule.ALL_DONE,
        op_kwargs={
            "cluster_id": launch.output,
            "launch": "{{ ts_nodash }}",
            "day": "{{ data_interval_start | ds }}",
        },
    )
    launch >> watch >> end >> verdict
