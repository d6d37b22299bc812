# Images in the place of the official ones, of Debian's packages and this machine's .NET: for a machine that reaches no image registry.
# infra/docker/stand-ins builds them under the official names; the context is the folder of .NET. Users and folders are as there.
FROM debian:12-slim AS aspnet
COPY dotnet /usr/share/dotnet/dotnet
COPY host /usr/share/dotnet/host
COPY shared /usr/share/dotnet/shared

FROM aspnet AS sdk
COPY . /usr/share/dotnet
ENV PATH=$PATH:/usr/share/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NUGET_CERT_REVOCATION_MODE=offline

FROM debian:12-slim AS postgres
RUN groupadd --gid 999 postgres && useradd --uid 999 --gid 999 --home-dir /var/lib/postgresql postgres \
    && apt-get update && mkdir -p /etc/postgresql-common && echo create_main_cluster=false > /etc/postgresql-common/createcluster.conf \
    && apt-get install --yes --no-install-recommends postgresql-15 \
    && install -d -o postgres -g postgres -m 1777 /var/lib/postgresql/data
ENV PATH=$PATH:/usr/lib/postgresql/15/bin PGDATA=/var/lib/postgresql/data

FROM debian:12-slim AS rabbitmq
RUN groupadd --gid 999 rabbitmq && useradd --uid 999 --gid 999 --home-dir /var/lib/rabbitmq rabbitmq \
    && apt-get update && apt-get install --yes --no-install-recommends rabbitmq-server \
    && install -d -o rabbitmq -g rabbitmq /var/lib/rabbitmq && rm -rf /var/lib/rabbitmq/* /var/lib/rabbitmq/.erlang.cookie
ENV PATH=/usr/lib/rabbitmq/bin:$PATH HOME=/var/lib/rabbitmq

FROM debian:12-slim AS prometheus
RUN apt-get update && apt-get install --yes --no-install-recommends prometheus wget && install -d -o nobody /prometheus
USER nobody
ENTRYPOINT ["prometheus"]

FROM debian:12-slim AS alertmanager
RUN apt-get update && apt-get install --yes --no-install-recommends prometheus-alertmanager wget && install -d -o nobody /alertmanager
USER nobody
ENTRYPOINT ["prometheus-alertmanager"]
