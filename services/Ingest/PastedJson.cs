using System.Net.Mime;
using MassTransit;
using MassTransit.Configuration;

namespace Soccer.Ingest;

/// <summary>Reads plain JSON as a command, but checks it before: the bus's own reasons name neither the member nor what it may be.</summary>
sealed class PastedJson(ISerializerFactory json) : ISerializerFactory
{
    public ContentType ContentType => json.ContentType;

    public IMessageSerializer CreateSerializer() => json.CreateSerializer();

    public IMessageDeserializer CreateDeserializer() => new Deserializer(json.CreateDeserializer());

    sealed class Deserializer(IMessageDeserializer json) : IMessageDeserializer
    {
        public ContentType ContentType => json.ContentType;

        public ConsumeContext Deserialize(ReceiveContext receiveContext)
        {
            var body = receiveContext.Body.GetBytes();
            try
            {
                PastedText.Check(body);
            }
            catch (InvalidCommandException) when (PastedText.IsReadable(body))
            {
                // The consumer refuses it for the same reason; it knows the run, which is then shown as failed.
            }
            return json.Deserialize(receiveContext);
        }

        public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
            json.Deserialize(body, headers, destinationAddress);

        public MessageBody GetMessageBody(string text) => json.GetMessageBody(text);

        public void Probe(ProbeContext context) => json.Probe(context);
    }
}
